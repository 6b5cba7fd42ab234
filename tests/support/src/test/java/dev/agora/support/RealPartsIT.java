package dev.agora.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on whichever way this machine offers, and asks the running servers themselves. */
@RealParts
class RealPartsIT {
  @ParameterizedTest
  @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on", "wal_level, logical"})
  void theServerIsAsDurableAsProduction(String setting, String value) throws SQLException {
    assertThat(ask(Parts.admin(), "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void aTestClassHasADatabaseOfItsOwn(Database database) throws SQLException {
    assertThat(ask(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
        .isEqualTo("0");
    assertThat(ask(database, "SELECT rolreplication FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("t");
    assertThat(Parts.freshDatabase().url()).isNotEqualTo(database.url());
  }

  @Test
  void theBrokerHasTheDeclaredTopics() throws Exception {
    Parts.createTopics("something.else");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Parts.kafka()))) {
      Set<String> names = admin.listTopics().names().get();
      assertThat(names)
          .contains("ledger.commands.v1", "ledger.commands.v1.ledger.dlt", "something.else");
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
