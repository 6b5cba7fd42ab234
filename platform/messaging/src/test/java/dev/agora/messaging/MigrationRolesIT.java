package dev.agora.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.local.infrastructure.Database;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One role changes tables and ends; another one serves. */
@RealParts
class MigrationRolesIT {
  private static final EventType SAID = new EventType("mr.events.v1", "mr.said", 1);
  private static final Map<String, Object> SERVING =
      Map.of("agora.migrations.run", "false", "agora.messaging.relay.enabled", "false");

  private static Database owner;
  private static Database application;

  record Said(String what) {}

  @BeforeAll
  static void migrate() throws SQLException {
    owner = Parts.freshDatabase();
    application = new Database(owner.url(), owner.user() + "_app", "test");
    asSuperuser("CREATE ROLE " + application.user() + " LOGIN REPLICATION PASSWORD 'test'");
    asSuperuser("GRANT CONNECT ON DATABASE " + owner.user() + " TO " + application.user());
    TestService.start(
            "mr",
            owner,
            context -> {},
            Map.of(
                "agora.migrations.application-role",
                application.user(),
                "agora.messaging.relay.enabled",
                "false"))
        .close();
    execute(owner, "DROP TABLE " + partitionOf("outbox"));
  }

  @Test
  void theApplicationServesAndKeepsItsPartitions() throws SQLException {
    try (TestService service = TestService.start("mr", application, context -> {}, SERVING)) {
      service.inTransaction(() -> service.bean(Outbox.class).publish(SAID, "a", new Said("hello")));
      assertThat(service.count("outbox")).isEqualTo(1);
      assertThat(service.count("outbox_default")).isZero();
      assertThat(service.count("pg_class WHERE relname = '" + partitionOf("outbox") + "'")).isOne();
    }
  }

  @Test
  void theApplicationChangesNoTable() {
    assertThatThrownBy(() -> execute(application, "CREATE TABLE mine (id integer)"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> execute(application, "ALTER TABLE outbox ADD COLUMN mine text"))
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> execute(application, "DELETE FROM flyway_schema_history"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> execute(application, "SELECT drop_partition('saga_event', '20260101')"))
        .hasMessageContaining("no such partition");
  }

  @Test
  void anApplicationAheadOfItsDatabaseDoesNotStart() {
    Database empty = Parts.freshDatabase();
    assertThatThrownBy(() -> TestService.start("mr", empty, context -> {}, SERVING))
        .hasStackTraceContaining("not applied");
  }

  /** The partition of tomorrow, as the owner's start has made it. */
  private static String partitionOf(String table) throws SQLException {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT '"
                    + table
                    + "_p' || to_char(now() AT TIME ZONE 'UTC' + interval '1 day', 'YYYYMMDD')")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void asSuperuser(String statement) throws SQLException {
    execute(Parts.admin(), statement);
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
