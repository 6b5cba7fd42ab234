package dev.agora.local.infrastructure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * One process of the local system. It writes its output straight into a file, so it neither blocks
 * nor dies when the process that started it is gone, and it has a session of its own, so that
 * Ctrl-C in the terminal reaches only the launcher, which then stops everything in order.
 */
public final class ChildProcess {
  private static final Duration POLL = Duration.ofMillis(25);
  private static final int TAIL_LINES = 15;

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a command in a folder, its output appended to the log file.
   *
   * @param environment set on top of the current one
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
    List<String> whole = new ArrayList<>(ownSession());
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(folder);
      return new ChildProcess(name, builder.start(), log);
    } catch (IOException e) {
      throw new InfrastructureException(name + " could not be started: " + e.getMessage(), e);
    }
  }

  /** What the process is called in messages. */
  public String name() {
    return name;
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  /** The process as the operating system shows it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it ended with; only once it has ended. */
  public int exitCode() {
    return process.exitValue();
  }

  /** {@code kill -9}, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(Duration.ofSeconds(10));
  }

  /** Asks it to end, and kills it when it has not after the given time. */
  public void stop(Duration patience) {
    process.destroy();
    if (!awaitExit(patience)) {
      kill();
    }
  }

  /** Waits for its end; false when it still runs after the given time. */
  public boolean awaitExit(Duration patience) {
    return waitFor(patience, () -> !process.isAlive(), false);
  }

  /**
   * Waits until the process is of use.
   *
   * @throws InfrastructureException with the last lines of its log when it ends before, or takes
   *     longer
   */
  public void awaitReady(Duration patience, BooleanSupplier ready) {
    if (waitFor(patience, ready, true)) {
      return;
    }
    String what =
        isAlive() ? " is not ready after " + patience.toSeconds() + " s" : " ended at once";
    throw new InfrastructureException(name + what + "; its log " + log + " ends with:\n" + tail());
  }

  private boolean waitFor(Duration patience, BooleanSupplier condition, boolean alive) {
    long deadline = System.nanoTime() + patience.toNanos();
    CompletableFuture<Process> exit = process.onExit();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0 || (alive && !process.isAlive())) {
        return false;
      }
      pause(exit);
    }
    return true;
  }

  private static void pause(CompletableFuture<Process> exit) {
    try {
      exit.get(POLL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillRunning) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("Interrupted while waiting for a process.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(" + unreadable.getMessage() + ")";
    }
  }

  private static List<String> ownSession() {
    return Files.isExecutable(Path.of("/usr/bin/setsid")) ? List.of("/usr/bin/setsid") : List.of();
  }
}
