package dev.agora.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL 18 server as a child process. Its folder keeps the data: start it again in the
 * same folder and everything committed is there, after {@link #kill()} too.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";
  private static final Duration START = Duration.ofMinutes(1);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private final String password;
  private final PostgresUser user = PostgresUser.choose();
  private Path log;
  private @Nullable ChildProcess process;

  private PostgresServer(Path folder, int port, String password) {
    this.folder = folder.toAbsolutePath();
    this.port = port;
    this.password = password;
    this.log = this.folder.resolve("postgres.log");
  }

  /**
   * A server that is not started yet.
   *
   * @param folder holds the data and the log; made when absent
   * @param port of the loopback interface; {@link FreePort#next()} for any
   * @param password the superuser's; set when the data is first made, and the same ever after
   */
  public static PostgresServer at(Path folder, int port, String password) {
    return new PostgresServer(folder, port, password);
  }

  /** Writes its log to this file instead of the folder's. */
  public PostgresServer logTo(Path file) {
    log = file;
    return this;
  }

  /** Starts it, making the data first where there is none, and waits until it answers. */
  public PostgresServer start() {
    try {
      Files.createDirectories(folder);
      user.own(folder);
      if (!Files.exists(data().resolve("PG_VERSION"))) {
        initialise();
      }
      ChildProcess started = launch();
      process = started;
      started.awaitReady(START, this::answers);
      return this;
    } catch (IOException e) {
      throw new InfrastructureException("PostgreSQL could not be started: " + e.getMessage(), e);
    }
  }

  /** Creates a database owned by a role of its name, or only sets the role's password. */
  public Database createDatabase(String name, String ownersPassword) {
    return new Databases(admin()).create(name, ownersPassword);
  }

  /** The maintenance database as the superuser. */
  public Database admin() {
    return new Database("jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, password);
  }

  /** The TCP port. */
  public int port() {
    return port;
  }

  /** The running process. */
  public ChildProcess process() {
    if (process == null) {
      throw new IllegalStateException("PostgreSQL was not started");
    }
    return process;
  }

  /** {@code kill -9} of the postmaster; its children notice and end by themselves. */
  public void kill() {
    process().kill();
  }

  /** A fast shutdown: open transactions are rolled back, everything committed is on the disk. */
  public void stop() {
    // PostgreSQL's smart shutdown (SIGTERM) would wait for clients; SIGINT is the fast one.
    ChildProcess running = process();
    if (running.isAlive()) {
      run("pg_ctl", List.of("stop", "-D", data().toString(), "-m", "fast", "-W"));
      if (!running.awaitExit(STOP)) {
        running.kill();
      }
    }
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }

  /** Where the data are. */
  public Path data() {
    return folder.resolve("data");
  }

  /**
   * Where completed segments of the WAL are copied to if this folder is there: make it, or a link
   * to a place on another disk, and archiving begins.
   */
  public Path archive() {
    return folder.resolve("archive");
  }

  /** A segment is copied under another name first, and one that is there already is not touched. */
  private String archiveCommand() {
    return ("test ! -d \"$A\" || cmp -s \"%p\" \"$A/%f\" || (test ! -f \"$A/%f\" && cp \"%p\""
            + " \"$A/%f.new\" && sync \"$A/%f.new\" && mv \"$A/%f.new\" \"$A/%f\")")
        .replace("$A", archive().toString());
  }

  private void initialise() throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), password);
    user.own(folder);
    PostgresBinaries.deleteTree(data());
    run(
        "initdb",
        List.of(
            "-D",
            data().toString(),
            "-U",
            SUPERUSER,
            "-A",
            "scram-sha-256",
            "--pwfile=" + secret,
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--no-instructions"));
    Files.delete(secret);
  }

  private void run(String program, List<String> arguments) {
    ChildProcess done =
        ChildProcess.start(program, command(program, arguments), Map.of(), folder, log);
    if (!done.awaitExit(START) || done.exitCode() != 0) {
      throw new InfrastructureException("PostgreSQL's " + program + " failed; see " + log + ".");
    }
  }

  private ChildProcess launch() {
    List<String> own =
        List.of(
            "-D",
            data().toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "archive_mode=on",
            "-c",
            "archive_command=" + archiveCommand());
    List<String> arguments =
        Stream.concat(own.stream(), PostgresSettings.asArguments().stream()).toList();
    long deadline = System.nanoTime() + STOP.toNanos();
    while (true) {
      ChildProcess started =
          ChildProcess.start("PostgreSQL", command("postgres", arguments), Map.of(), folder, log);
      // After a kill the old server's children need a moment to let go of the shared memory.
      if (!started.awaitExit(Duration.ofMillis(300)) || System.nanoTime() - deadline > 0) {
        return started;
      }
    }
  }

  private List<String> command(String program, List<String> arguments) {
    String path = PostgresBinaries.unpacked().resolve("bin").resolve(program).toString();
    return Stream.of(user.command(), List.of(path), arguments).flatMap(List::stream).toList();
  }

  /** A server that is being restored answers before it takes changes. */
  private boolean answers() {
    try (Connection connection = Databases.connect(admin());
        Statement statement = connection.createStatement();
        ResultSet recovery = statement.executeQuery("SELECT NOT pg_is_in_recovery()")) {
      return recovery.next() && recovery.getBoolean(1);
    } catch (SQLException notYet) {
      return false;
    }
  }
}
