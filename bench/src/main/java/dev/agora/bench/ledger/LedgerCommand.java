package dev.agora.bench.ledger;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.bench.sql.BareCommit;
import dev.agora.bench.sql.SetBasedSql;
import dev.agora.bench.sql.SingleSql;
import dev.agora.bench.sql.SqlTables;
import dev.agora.bench.system.DirectTransfers;
import dev.agora.bench.system.Gateway;
import dev.agora.bench.system.ProcessShare;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How fast credits move, on a system of its own, with the baselines beside it. */
@Command(name = "ledger", description = "Transfers through the gateway, against plain SQL.")
public final class LedgerCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final int SQL_CONNECTIONS = 16;
  private static final int BATCH_CONNECTIONS = 2;
  private static final int SET_SIZE = 500;
  private static final int PACED_CONNECTIONS = 32;
  private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
  private static final String MANY = "1000000";

  @Option(names = "--agents", description = "How many agents pay each other (default: 10000).")
  private int agents = 10_000;

  @Option(names = "--seconds", description = "Length of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 3).")
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      description = "Payments that do not count, until all is compiled (default: 150000).")
  private int warmUp = 150_000;

  @Option(
      names = "--per-second",
      description = "Steady payments with and without the gateway (default: 500).")
  private int perSecond = 500;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("agora-bench");
    EconomyOptions options =
        EconomyOptions.in(folder)
            .tell(System.out::println)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_BURST", MANY)
            .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_WRITE_PERSECOND", MANY)
            .with(Part.LEDGER, "AGORA_ECONOMY_SEASONING", "P7D");
    try (Gateway gateway = Gateway.start();
        LocalEconomy economy = LocalEconomy.start(believing(gateway, options))) {
      gateway.alsoPublish(economy.management(Part.GATEWAY).resolve("/jwks"));
      System.out.printf("Making %,d agents …%n", agents);
      Population population = Population.create(economy.gateway(), agents);
      SqlTables tables = SqlTables.create(economy.database(Part.LEDGER), agents);
      warmUp(economy, population);
      Stages stages = new Stages(economy.management(Part.LEDGER));
      ProcessShare share = new ProcessShare(economy.process(Part.GATEWAY).pid());
      Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
      all.putAll(measurements(economy, population, tables, stages, share));
      all.putAll(hops(economy, population, gateway));
      Rounds results = Rounds.run(rounds, all);
      requireProof(economy);
      Report.write(
          "Ledger: transfers",
          new LedgerReport(results, agents, stages, share.share(), perSecond).lines());
    }
    return 0;
  }

  /** The ledger takes requests from the benchmark as well as from the gateway. */
  private static EconomyOptions believing(Gateway gateway, EconomyOptions options) {
    return options
        .with(Part.LEDGER, "AGORA_JWKS_URL", gateway.jwksUrl())
        .with(Part.LEDGER, "AGORA_HTTP_LIFETIMEMAX", Gateway.LIFETIME.toString())
        .with(Part.LEDGER, "AGORA_HTTP_VERIFIEDTOKENSMAX", "100000");
  }

  /** The same steady payments with and without the gateway. */
  private Map<String, Rounds.Measurement> hops(
      LocalEconomy economy, Population population, Gateway gateway) {
    Duration length = Duration.ofSeconds(seconds);
    List<String> ids = population.agents().stream().map(Agent::id).toList();
    URI ledger =
        URI.create("http://127.0.0.1:" + economy.environment(Part.LEDGER).get("SERVER_PORT"));
    Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
    all.put(
        LedgerReport.STEADY,
        () ->
            Workers.runPaced(
                PACED_CONNECTIONS,
                perSecond,
                length,
                () -> new Transfers(economy.gateway(), population, Transfers.Payee.ANYBODY)));
    all.put(
        LedgerReport.STEADY_DIRECT,
        () ->
            Workers.runPaced(
                PACED_CONNECTIONS,
                perSecond,
                length,
                () -> new DirectTransfers(ledger, gateway, ids, DirectTransfers.Payee.ANYBODY)));
    return all;
  }

  /** A JVM needs some 75,000 requests before it runs as fast as it will (goals.md). */
  private void warmUp(LocalEconomy economy, Population population) throws Exception {
    long done = 0;
    while (done < warmUp) {
      Throughput some =
          pay(economy, population, CONNECTIONS, Transfers.Payee.ANYBODY, WARM_UP_STEP);
      done += some.done();
      System.out.println("  " + some.line("warming up, %,d".formatted(done)));
    }
  }

  private Map<String, Rounds.Measurement> measurements(
      LocalEconomy economy,
      Population population,
      SqlTables tables,
      Stages stages,
      ProcessShare share) {
    Duration length = Duration.ofSeconds(seconds);
    Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
    all.put(
        LedgerReport.PLAIN,
        () -> Workers.run(SQL_CONNECTIONS, length, () -> new SingleSql(tables, false)));
    Rounds.Measurement paid =
        () -> pay(economy, population, CONNECTIONS, Transfers.Payee.ANYBODY, length);
    all.put(LedgerReport.PAY, () -> stages.during(() -> share.during(paid)));
    all.put(
        LedgerReport.SHARED,
        () -> Workers.run(SQL_CONNECTIONS, length, () -> new SingleSql(tables, true)));
    all.put(
        LedgerReport.PAY_ONE,
        () -> pay(economy, population, CONNECTIONS, Transfers.Payee.ALWAYS_THE_SAME, length));
    all.put(
        LedgerReport.SET, () -> Workers.run(1, length, () -> new SetBasedSql(tables, SET_SIZE)));
    all.put(
        LedgerReport.PAY_BATCHES,
        () ->
            Workers.run(
                BATCH_CONNECTIONS, length, () -> new Batches(economy.gateway(), population)));
    all.put(LedgerReport.COMMIT, () -> Workers.run(1, length, () -> new BareCommit(tables)));
    all.put(
        LedgerReport.PAY_ALONE, () -> pay(economy, population, 1, Transfers.Payee.ANYBODY, length));
    return all;
  }

  private static Throughput pay(
      LocalEconomy economy,
      Population population,
      int connections,
      Transfers.Payee payee,
      Duration length)
      throws Exception {
    return Workers.run(
        connections, length, () -> new Transfers(economy.gateway(), population, payee));
  }

  private static void requireProof(LocalEconomy economy) {
    Answer proof = Api.at(economy.gateway()).get("/api/v1/ledger/proof").must(200);
    if (!proof.body().at("/ok").asBoolean(false)) {
      throw new IllegalStateException("the proof does not hold: " + proof.body());
    }
  }
}
