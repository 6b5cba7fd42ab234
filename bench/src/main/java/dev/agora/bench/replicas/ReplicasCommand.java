package dev.agora.bench.replicas;

import dev.agora.bench.engine.Engine;
import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.bench.system.AuditProcess;
import dev.agora.bench.system.DirectTransfers;
import dev.agora.bench.system.DirectTransfers.Payee;
import dev.agora.bench.system.Gateway;
import dev.agora.bench.system.Servers;
import dev.agora.bench.system.ServiceProcess;
import dev.agora.local.infrastructure.Database;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether two ledger services on one database pay as well as one does. */
@Command(
    name = "replicas",
    description = "Payments at two ledger services on one database, against one.")
public final class ReplicasCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 64;

  @Option(names = "--agents", description = "How many agents pay each other (default: 10000).")
  private int agents = 10_000;

  @Option(names = "--seconds", description = "Length of each measurement (default: 10).")
  private int seconds = 10;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 3).")
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      description = "Seconds of payments at both that do not count (default: 40).")
  private int warmUp = 40;

  private final AtomicLong answered = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    try (Servers servers = Servers.startWithKafka();
        Gateway gateway = Gateway.start()) {
      Database database = servers.database("ledger");
      List<String> payers = populate(database);
      Rounds results;
      try (ServiceProcess first = ServiceProcess.start(servers, gateway, "first", database);
          ServiceProcess second = ServiceProcess.start(servers, gateway, "second", database)) {
        List<URI> one = List.of(first.address());
        List<URI> both = List.of(first.address(), second.address());
        System.out.println("Warming up …");
        pay(both, gateway, payers, Payee.ANYBODY, warmUp);
        Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
        all.put(ReplicasReport.ONE, () -> pay(one, gateway, payers, Payee.ANYBODY, seconds));
        all.put(ReplicasReport.TWO, () -> pay(both, gateway, payers, Payee.ANYBODY, seconds));
        all.put(
            ReplicasReport.ONE_HOT,
            () -> pay(one, gateway, payers, Payee.ALWAYS_THE_SAME, seconds));
        all.put(
            ReplicasReport.TWO_HOT,
            () -> pay(both, gateway, payers, Payee.ALWAYS_THE_SAME, seconds));
        results = Rounds.run(rounds, all);
      }
      Counted counted = requireSame(database);
      AuditProcess.Sound audit = AuditProcess.run(database);
      System.out.printf("The audit found %,d entries sound.%n", audit.entries());
      Report.write(
          "Ledger: two replicas", new ReplicasReport(results, agents, counted, audit).lines());
    }
    return 0;
  }

  private List<String> populate(Database database) {
    System.out.printf("Making %,d agents …%n", agents);
    try (Engine engine = Engine.start(database)) {
      return engine.populate(agents).ids();
    }
  }

  /** The connections spread evenly over the ledgers. */
  private Throughput pay(
      List<URI> ledgers, Gateway gateway, List<String> payers, Payee payee, int length)
      throws Exception {
    AtomicInteger next = new AtomicInteger();
    Throughput paid =
        Workers.run(
            CONNECTIONS,
            Duration.ofSeconds(length),
            () ->
                new DirectTransfers(
                    ledgers.get(next.getAndIncrement() % ledgers.size()), gateway, payers, payee));
    answered.addAndGet(paid.done());
    return paid;
  }

  /** Each payment that was answered is in the journal once, and nobody was in another's way. */
  private Counted requireSame(Database database) throws Exception {
    Counted counted = Counted.now(database);
    if (counted.transfers() != answered.get() || counted.deadlocks() != 0) {
      throw new IllegalStateException(
          "%,d payments were answered, the database has %s".formatted(answered.get(), counted));
    }
    return counted;
  }
}
