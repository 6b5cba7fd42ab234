package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Leftovers;
import dev.agora.local.launcher.PidFile;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Stops what {@code up} started, also when the launcher itself was killed. */
@Command(name = "down", description = "Stop everything.")
final class DownCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Console console = new Console(System.out);

  @Override
  public void run() {
    PidFile pids = new PidFile(Home.folder().pids());
    if (pids.running().isEmpty()) {
      console.say("Agora does not run.");
      return;
    }
    Optional<ProcessHandle> launcher = pids.running(PidFile.LAUNCHER);
    if (launcher.isPresent() && !Leftovers.ask(launcher.get(), PATIENCE)) {
      launcher.get().destroyForcibly();
    }
    Leftovers.end(pids);
    console.say("Stopped.");
  }
}
