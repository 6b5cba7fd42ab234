package dev.agora.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresServerIT {
  @TempDir private Path folder;
  private PostgresServer server;

  @BeforeEach
  void start() {
    server = PostgresServer.at(folder, FreePort.next(), "secret").start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "wal_level, logical",
    "wal_sender_timeout, 10s"
  })
  void isAsDurableAsProduction(String setting, String value) throws SQLException {
    assertThat(ask(server.admin(), "SHOW " + setting)).isEqualTo(value);
  }

  @Test
  void keepsWhatWasCommittedThroughAKill() throws SQLException {
    Database shop = server.createDatabase("shop", "one");
    execute(shop, "CREATE TABLE sale AS SELECT 42 AS number");

    server.kill();
    server.start();

    assertThat(ask(shop, "SELECT number FROM sale")).isEqualTo("42");
    assertThat(ask(server.createDatabase("shop", "two"), "SELECT number FROM sale"))
        .isEqualTo("42");
  }

  @Test
  void keepsADatabaseToItsOwner() {
    Database shop = server.createDatabase("shop", "one");
    server.createDatabase("bank", "two");

    Database stranger =
        new Database(shop.url().replace("/shop", "/bank"), shop.user(), shop.password());
    assertThatThrownBy(() -> ask(stranger, "SELECT 1")).hasMessageContaining("permission denied");
  }

  private static String ask(Database database, String query) throws SQLException {
    try (Connection connection = Databases.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = Databases.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
