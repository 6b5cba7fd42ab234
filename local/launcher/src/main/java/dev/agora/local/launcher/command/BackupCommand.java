package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Backups;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the running system's databases, and archives their WAL from then on. */
@Command(
    name = "backup",
    description = "Copy the running system's databases; archive what follows.")
final class BackupCommand implements Callable<Integer> {
  private static final int IMPOSSIBLE = 1;

  @Parameters(paramLabel = "FOLDER", description = "Made; must not be there.", arity = "0..1")
  private String folder = "";

  @Option(
      names = "--wal",
      description = "No new copy: only have in the archive what is committed by now.")
  private boolean wal;

  private final Console console = new Console(System.out);

  @Override
  public Integer call() {
    if (folder.isEmpty() != wal) {
      console.say("Name a folder for the copy, or --wal.");
      return IMPOSSIBLE;
    }
    if (new PidFile(Home.folder().pids()).running(Part.POSTGRES.label()).isEmpty()) {
      console.say("Agora does not run, and so neither does its database: ./agora up starts it.");
      return IMPOSSIBLE;
    }
    Backups backups = new Backups(Home.folder(), Home.ports());
    if (wal) {
      backups.archiveAll();
      console.say("All that is committed is in the archive.");
    } else {
      Path into = AgoraCommand.from().resolve(folder);
      backups.take(into);
      console.say("The copy is in " + into + "; what follows is archived.");
    }
    return 0;
  }
}
