package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.audit.AuditProgram;
import dev.agora.ledger.audit.AuditedDatabase;
import dev.agora.money.Economy;
import dev.agora.support.Parts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The running service's database, as the audit and somebody with every right see it. */
abstract class AuditedLedger extends RunningLedger {

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private Environment environment;

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  private Economy economy;

  record Audited(int code, String report) {}

  void hold(AgentId payer, AgentId payee, String amount) {
    String body =
        "{\"to\":\"%s\",\"amount\":\"%s\",\"expiresIn\":\"PT1H\"}".formatted(payee, amount);
    String key = UUID.randomUUID().toString();
    assertThat(post(payer, "/api/v1/credits/holds", key, body).statusCode()).isEqualTo(201);
  }

  /** Audits between a change and its undoing, both by a superuser with no trigger in the way. */
  Audited audited(String change, String undo, String... arguments) {
    execute(change);
    try {
      return audit(arguments);
    } finally {
      execute(undo);
    }
  }

  Audited audit(String... arguments) {
    return audit(database(), arguments);
  }

  Audited audit(AuditedDatabase database, String... arguments) {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    int code = AuditProgram.run(database, economy, out, arguments);
    return new Audited(code, written.toString(StandardCharsets.UTF_8));
  }

  AuditedDatabase database() {
    return new AuditedDatabase(
        environment.getRequiredProperty("spring.datasource.url"),
        environment.getRequiredProperty("spring.datasource.username"),
        environment.getRequiredProperty("spring.datasource.password"));
  }

  private void execute(String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                database().url(), Parts.admin().user(), Parts.admin().password());
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  long idOf(AgentId agent) {
    return Long.parseLong(text("SELECT id FROM wallet WHERE agent_id = '" + agent + "'"));
  }

  String text(String sql) {
    return jdbc.sql(sql).query((row, index) -> row.getString(1)).single();
  }
}
