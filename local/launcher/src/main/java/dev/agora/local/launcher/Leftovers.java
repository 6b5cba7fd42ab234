package dev.agora.local.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what an earlier run has left behind because its launcher was killed. */
public final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Leftovers() {}

  /**
   * Ends them and returns how many there were: services are killed, the data's keepers may finish.
   */
  public static int end(PidFile pids) {
    List<PidFile.Entry> running =
        pids.running().stream().filter(entry -> !entry.name().equals(PidFile.LAUNCHER)).toList();
    for (PidFile.Entry entry : running.reversed()) {
      entry.handle().ifPresent(process -> end(entry.name(), process));
    }
    pids.delete();
    return running.size();
  }

  private static void end(String name, ProcessHandle process) {
    if (name.equals(Part.POSTGRES.label())) {
      interrupt(process);
    } else if (name.equals(Part.KAFKA.label())) {
      process.destroy();
    } else {
      process.destroyForcibly();
    }
    if (!isGone(process)) {
      process.destroyForcibly();
      isGone(process);
    }
  }

  /** PostgreSQL's fast shutdown; at a SIGTERM it would wait for its clients. */
  private static void interrupt(ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    } catch (IOException e) {
      throw new LauncherException("PostgreSQL cannot be stopped: " + e.getMessage(), e);
    }
  }

  /** Asks a process to end and waits; false when it still runs. */
  public static boolean ask(ProcessHandle process, Duration patience) {
    process.destroy();
    return isGone(process, patience);
  }

  private static boolean isGone(ProcessHandle process) {
    return isGone(process, PATIENCE);
  }

  private static boolean isGone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while ending process " + process.pid() + ".", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
