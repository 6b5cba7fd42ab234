package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Backups;
import dev.agora.local.launcher.PidFile;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup in place of the data of the system, which must not run. */
@Command(name = "restore", description = "Bring the databases back to a moment after a backup.")
final class RestoreCommand implements Callable<Integer> {
  private static final int IMPOSSIBLE = 1;

  @Parameters(paramLabel = "FOLDER", description = "What `backup` has made.")
  private String folder = "";

  @Option(
      names = "--to",
      paramLabel = "INSTANT",
      description = "Such as 2026-11-29T13:05:00Z (default: the end of what is archived).")
  private String to = "";

  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    if (!new PidFile(Home.folder().pids()).running().isEmpty()) {
      console.say("Agora runs: `./agora down` stops it.");
      return IMPOSSIBLE;
    }
    String aside = "before-" + ProcessHandle.current().pid();
    new Backups(Home.folder(), Home.ports())
        .restore(AgoraCommand.from().resolve(folder), moment(), aside);
    console.say("Restored. What was there is kept under names that end in ." + aside + ".");
    console.say("Now: ./agora up, then ./agora audit.");
    return 0;
  }

  private @Nullable Instant moment() {
    try {
      return to.isEmpty() ? null : Instant.parse(to);
    } catch (DateTimeParseException malformed) {
      throw new IllegalArgumentException(
          "--to takes an instant such as 2026-11-29T13:05:00Z, not " + to + ".", malformed);
    }
  }
}
