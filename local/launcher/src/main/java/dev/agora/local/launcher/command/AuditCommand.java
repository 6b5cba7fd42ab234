package dev.agora.local.launcher.command;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.PidFile;
import dev.agora.local.launcher.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the audit out of the ledger's jar on the running system's database. */
@Command(
    name = "audit",
    description = "Recompute the ledger from its entries, while the system runs.",
    exitCodeOnInvalidInput = AuditCommand.IMPOSSIBLE,
    exitCodeOnExecutionException = AuditCommand.IMPOSSIBLE)
final class AuditCommand implements Callable<Integer> {
  static final int IMPOSSIBLE = 2;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Write the journal to this file, for hledger.")
  private String export = "";

  private final Console console = new Console(System.out);

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (new PidFile(Home.folder().pids()).running(Part.POSTGRES.label()).isEmpty()) {
      console.say("Agora does not run, and so neither does its database: ./agora up starts it.");
      return IMPOSSIBLE;
    }
    List<String> command = new ArrayList<>(Programs.ledgerAudit());
    if (!export.isEmpty()) {
      command.addAll(List.of("--export", AgoraCommand.from().resolve(export).toString()));
    }
    ProcessBuilder audit = new ProcessBuilder(command).inheritIO();
    audit.environment().putAll(RunningSystem.environment(Part.LEDGER));
    return audit.start().waitFor();
  }
}
