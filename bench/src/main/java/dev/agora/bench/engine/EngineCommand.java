package dev.agora.bench.engine;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.bench.sql.SetBasedSql;
import dev.agora.bench.sql.SqlTables;
import dev.agora.bench.system.AuditProcess;
import dev.agora.bench.system.Servers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast the ledger is by itself, and what its hash chain costs. */
@Command(name = "engine", description = "The ledger's engine alone, with and without its chain.")
public final class EngineCommand implements Callable<Integer> {
  private static final int BATCH = 500;

  /** As many as a batch takes again, so that the next one is complete when one is committed. */
  private static final int CALLERS = 2 * BATCH;

  @Option(names = "--agents", description = "How many agents pay each other (default: 10000).")
  private int agents = 10_000;

  @Option(names = "--seconds", description = "Length of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 5).")
  private int rounds = 5;

  @Option(
      names = "--warm-up",
      description = "Seconds of each kind that do not count, until all is compiled (default: 20).")
  private int warmUp = 20;

  @Override
  public Integer call() throws Exception {
    try (Servers servers = Servers.start();
        Engine engine = Engine.start(servers.database("chained"));
        Engine unchained = Engine.startUnchained(servers.database("unchained"))) {
      System.out.printf("Making %,d agents, twice …%n", agents);
      SqlTables tables = SqlTables.create(servers.database("sql"), agents);
      Payer payer = new Payer(engine, engine.populate(agents));
      Payer unchainedPayer = new Payer(unchained, unchained.populate(agents));
      System.out.println("Warming up …");
      pay(payer, warmUp);
      pay(unchainedPayer, warmUp);
      Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
      all.put(
          EngineReport.SET,
          () -> Workers.run(1, Duration.ofSeconds(seconds), () -> new SetBasedSql(tables, BATCH)));
      all.put(EngineReport.ENGINE, () -> pay(payer, seconds));
      all.put(EngineReport.UNCHAINED, () -> pay(unchainedPayer, seconds));
      Rounds results = Rounds.run(rounds, all);
      AuditProcess.Sound audit = AuditProcess.run(servers.database("chained"));
      System.out.printf("The audit found %,d entries sound.%n", audit.entries());
      EngineReport report =
          new EngineReport(results, agents, engine.batchSize(), engine.stages(), audit.entries());
      Report.write("Ledger: the engine alone", report.lines());
    }
    return 0;
  }

  private record Payer(Engine engine, Crowd crowd) {}

  private static Throughput pay(Payer payer, int seconds) throws Exception {
    return Workers.runVirtually(
        CALLERS, Duration.ofSeconds(seconds), () -> new Payments(payer.engine(), payer.crowd()));
  }
}
