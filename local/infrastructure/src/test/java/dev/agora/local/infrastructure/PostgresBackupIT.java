package dev.agora.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBackupIT {
  @TempDir private Path folder;

  @Test
  void aServerComesBackAsItWasAtAMomentOrAtTheEnd() throws IOException, SQLException {
    Instant moment;
    Path archive;
    try (PostgresServer server = server("first").start()) {
      archive = Files.createDirectory(server.archive());
      Database shop = server.createDatabase("shop", "one");
      execute(shop, "CREATE TABLE sale AS SELECT 1 AS number");

      PostgresBackup.take(server.admin(), server.data(), folder.resolve("backup"));

      execute(shop, "INSERT INTO sale VALUES (2)");
      moment = now(shop);
      execute(shop, "INSERT INTO sale VALUES (3)");
      PostgresBackup.archiveAll(server.admin());
      server.kill();
    }

    assertThat(restored("at the moment", archive, moment)).isEqualTo("1, 2");
    assertThat(restored("at the end", archive, null)).isEqualTo("1, 2, 3");
  }

  @Test
  void halfABackupIsNone() throws IOException {
    Path half = Files.createDirectory(folder.resolve("half"));

    assertThatThrownBy(() -> PostgresBackup.restore(half, half, folder.resolve("data"), null))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("no complete backup");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private String restored(String name, Path archive, @Nullable Instant until) throws SQLException {
    try (PostgresServer server = server(name)) {
      PostgresBackup.restore(folder.resolve("backup"), archive, server.data(), until);
      server.start();
      Database shop = server.createDatabase("shop", "one");
      execute(shop, "CREATE TABLE writable (number int)");
      return ask(shop, "SELECT string_agg(number::text, ', ' ORDER BY number) FROM sale");
    }
  }

  private PostgresServer server(String name) {
    return PostgresServer.at(folder.resolve(name), FreePort.next(), "secret");
  }

  private static Instant now(Database database) throws SQLException {
    try (Connection connection = Databases.connect(database);
        Statement statement = connection.createStatement();
        ResultSet now = statement.executeQuery("SELECT clock_timestamp()")) {
      now.next();
      return now.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (Connection connection = Databases.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(Database database, String change) throws SQLException {
    try (Connection connection = Databases.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
