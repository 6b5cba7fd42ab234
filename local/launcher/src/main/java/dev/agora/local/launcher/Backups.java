package dev.agora.local.launcher;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.infrastructure.PostgresBackup;
import dev.agora.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Backups of a local system: all databases of one moment, while everything runs; and the way back.
 * Kafka is not backed up: what it has to deliver is in the outboxes.
 */
public final class Backups {
  private static final String SUPERUSER = "postgres";

  private final EconomyFolder folder;
  private final Ports ports;

  /** Of the system in this folder, at these ports. */
  public Backups(EconomyFolder folder, Ports ports) {
    this.folder = folder;
    this.ports = ports;
  }

  /** Copies the running system's data; from now on the WAL is archived too. */
  public void take(Path into) {
    PostgresServer postgres = postgres();
    try {
      Files.createDirectories(postgres.archive());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresBackup.take(postgres.admin(), postgres.data(), into);
  }

  /** Has all that the running system committed by now in the archive. */
  public void archiveAll() {
    PostgresBackup.archiveAll(postgres().admin());
  }

  /**
   * Puts a backup and the archived WAL in place of the data of a system that does not run, and
   * makes the services publish again whatever their outboxes hold. What was there is kept beside
   * it.
   *
   * @param until the moment to go back to; null for the end of what is archived
   * @param aside the ending of the names under which the data of now are kept
   */
  public void restore(Path backup, @Nullable Instant until, String aside) {
    PostgresServer postgres = postgres();
    Path kafka = folder.data(Part.KAFKA);
    try {
      move(postgres.data(), aside);
      // Its messages may tell of what is no more; the outboxes tell what is.
      move(kafka, aside);
      Files.createDirectories(kafka);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresBackup.restore(backup, postgres.archive(), postgres.data(), until);
    postgres.start();
    try {
      Arrays.stream(Part.values())
          // The portal's database holds sessions only.
          .filter(part -> part.hasDatabase() && part != Part.PORTAL)
          .forEach(part -> publishAgain(postgres, part));
    } finally {
      postgres.close();
    }
  }

  private void publishAgain(PostgresServer postgres, Part part) {
    Database database = postgres.createDatabase(part.label(), password(part.label()));
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE relay_watermark SET created_at = NULL, republish_from = '-infinity'");
    } catch (SQLException e) {
      throw new LauncherException(
          "The outbox of " + part.label() + " could not be marked: " + e.getMessage(), e);
    }
  }

  private PostgresServer postgres() {
    return PostgresServer.at(
            folder.data(Part.POSTGRES), ports.of(Part.POSTGRES), password(SUPERUSER))
        .logTo(folder.log(Part.POSTGRES));
  }

  /** Read anew each time: the running system may have made more of them. */
  private String password(String role) {
    return new Secrets(folder.secrets()).databasePassword(role);
  }

  private static void move(Path data, String aside) throws IOException {
    if (Files.exists(data)) {
      Files.move(data, data.resolveSibling(data.getFileName() + "." + aside));
    }
  }
}
