package dev.agora.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A base backup of a running server, by PostgreSQL's low-level functions, since the binaries here
 * have no {@code pg_basebackup}. With the archived WAL it is brought back to any moment after it.
 */
public final class PostgresBackup {
  private static final String LABEL = "backup_label";
  private static final String TABLESPACES = "tablespace_map";

  /** What a backup leaves out: PostgreSQL makes it anew, or it would be wrong in another server. */
  private static final Set<String> EMPTIED =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "recovery.signal", "standby.signal");

  private PostgresBackup() {}

  /**
   * Copies the data of a running server while it goes on; ends when the WAL that the copy needs is
   * archived.
   *
   * @param into made; must not be there
   */
  public static void take(Database admin, Path data, Path into) {
    try (Connection connection = Databases.connect(admin)) {
      try (Statement begin = connection.createStatement()) {
        begin.execute("SELECT pg_backup_start('agora', true)");
      }
      copy(data, into);
      try (Statement end = connection.createStatement();
          ResultSet files =
              end.executeQuery("SELECT labelfile, spcmapfile FROM pg_backup_stop(true)")) {
        files.next();
        Files.writeString(into.resolve(LABEL), files.getString(1));
        if (!files.getString(2).isBlank()) {
          Files.writeString(into.resolve(TABLESPACES), files.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new InfrastructureException("The backup failed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes the data of a server that is not running out of a backup. Its next start replays the
   * archived WAL up to the moment, or all of it.
   *
   * @param data made; must not be there
   * @param until null for the end of what is archived
   */
  public static void restore(Path backup, Path archive, Path data, @Nullable Instant until) {
    if (!Files.exists(backup.resolve(LABEL))) {
      throw new InfrastructureException(
          backup + " is no complete backup: it has no " + LABEL + ".");
    }
    try {
      copy(backup, data);
      Files.copy(backup.resolve(LABEL), data.resolve(LABEL), StandardCopyOption.REPLACE_EXISTING);
      String settings =
          "\nrestore_command = 'cp \"%s/%%f\" \"%%p\"'\n".formatted(archive.toAbsolutePath())
              + "recovery_target_action = 'promote'\n"
              + (until == null ? "" : "recovery_target_time = '%s'\n".formatted(offset(until)));
      Path automatic = data.resolve("postgresql.auto.conf");
      Files.writeString(automatic, Files.readString(automatic) + settings);
      Files.writeString(data.resolve("recovery.signal"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This setting takes no name of a zone, not even Z. */
  private static String offset(Instant instant) {
    return instant.toString().replace("Z", "+00");
  }

  /** Ends the current segment of the WAL, so that all that is committed by now gets archived. */
  public static void archiveAll(Database admin) {
    try (Connection connection = Databases.connect(admin);
        Statement statement = connection.createStatement();
        PreparedStatement archived =
            connection.prepareStatement(
                "SELECT last_archived_wal >= ? FROM pg_stat_archiver WHERE last_archived_wal IS NOT"
                    + " NULL");
        ResultSet segment =
            statement.executeQuery("SELECT pg_walfile_name(pg_current_wal_lsn())")) {
      segment.next();
      archived.setString(1, segment.getString(1));
      try (Statement change = connection.createStatement()) {
        change.execute("SELECT pg_switch_wal()");
      }
      Waiting.until(() -> isTrue(archived), "the WAL is archived");
    } catch (SQLException e) {
      throw new InfrastructureException("The WAL could not be archived: " + e.getMessage(), e);
    }
  }

  private static boolean isTrue(PreparedStatement query) {
    try (ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      throw new InfrastructureException("The archive can not be asked: " + e.getMessage(), e);
    }
  }

  private static void copy(Path from, Path into) throws IOException {
    if (Files.exists(into)) {
      throw new InfrastructureException(into + " is there already.");
    }
    Files.createDirectories(into.toAbsolutePath().getParent());
    Files.createDirectory(
        into, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.walkFileTree(from, new Copying(from, into));
  }

  /** Files may go while the server runs: what matters of them is in the WAL. */
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path into;

    Copying(Path from, Path into) {
      this.from = from;
      this.into = into;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      Path relative = from.relativize(folder);
      if (!relative.toString().isEmpty()) {
        Files.createDirectory(
            into.resolve(relative),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      return EMPTIED.contains(relative.toString()) ? emptied(relative) : FileVisitResult.CONTINUE;
    }

    private FileVisitResult emptied(Path relative) throws IOException {
      if (relative.toString().equals("pg_wal")) {
        Files.createDirectory(into.resolve(relative).resolve("archive_status"));
      }
      return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = from.relativize(file);
      if (!LEFT_OUT.contains(relative.toString())) {
        try {
          Files.copy(file, into.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException goneMeanwhile) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
