package dev.agora.bench;

import dev.agora.bench.engine.EngineCommand;
import dev.agora.bench.history.HistoryCommand;
import dev.agora.bench.ledger.LedgerCommand;
import dev.agora.bench.ledger.TracesCommand;
import dev.agora.bench.outbox.OutboxCommand;
import dev.agora.bench.portal.PortalCommand;
import dev.agora.bench.purchase.PurchaseCommand;
import dev.agora.bench.replicas.ReplicasCommand;
import dev.agora.bench.search.SearchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ./agora bench}. */
@Command(
    name = "./agora bench",
    description = "Measure, print, and write docs/benchmarks.md.",
    subcommands = {
      OutboxCommand.class,
      LedgerCommand.class,
      EngineCommand.class,
      HistoryCommand.class,
      PortalCommand.class,
      PurchaseCommand.class,
      ReplicasCommand.class,
      SearchCommand.class,
      TracesCommand.class
    })
public final class BenchCommand {
  private BenchCommand() {}

  /** Runs one benchmark; the exit code is 0 when it was measured. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }
}
