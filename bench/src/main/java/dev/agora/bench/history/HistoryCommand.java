package dev.agora.bench.history;

import dev.agora.bench.measure.HttpConnection;
import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import dev.agora.bench.measure.Workers;
import dev.agora.bench.report.Report;
import dev.agora.bench.system.DirectTransfers;
import dev.agora.bench.system.Gateway;
import dev.agora.bench.system.Servers;
import dev.agora.bench.system.ServiceProcess;
import dev.agora.local.launcher.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a long past costs, against a hundredth of it. */
@Command(
    name = "history",
    description = "Payments, pages and the audit with a long past, against a hundredth of it.")
public final class HistoryCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 64;
  private static final int READERS = 2;
  private static final int SMALLER = 100;
  private static final int LATE_PAGE = 1000;

  @Option(names = "--entries", description = "Entries of the long past (default: 10000000).")
  private long entries = 10_000_000;

  @Option(names = "--agents", description = "Agents of the long past (default: 100000).")
  private int agents = 100_000;

  @Option(names = "--payers", description = "Of them pay each other (default: 10000).")
  private int payers = 10_000;

  @Option(names = "--seconds", description = "Length of each measurement (default: 5).")
  private int seconds = 5;

  @Option(names = "--rounds", description = "Measurements of each kind (default: 3).")
  private int rounds = 3;

  @Option(
      names = "--warm-up",
      description = "Seconds of payments at each that do not count (default: 30).")
  private int warmUp = 30;

  private record Side(Ledger ledger, ServiceProcess process) {}

  @Override
  public Integer call() throws Exception {
    try (Servers servers = Servers.startWithKafka();
        Gateway gateway = Gateway.start()) {
      Ledger small = fill(servers, "small", Math.min(agents, payers), entries / SMALLER);
      Ledger big = fill(servers, "big", agents, entries);
      Rounds payments;
      Rounds pages;
      try (ServiceProcess smallProcess =
              ServiceProcess.start(servers, gateway, "small", small.database());
          ServiceProcess bigProcess =
              ServiceProcess.start(servers, gateway, "big", big.database())) {
        Side few = new Side(small, smallProcess);
        Side many = new Side(big, bigProcess);
        System.out.println("Warming up …");
        pay(few, gateway, warmUp);
        pay(many, gateway, warmUp);
        payments = Rounds.run(rounds, payments(few, many, gateway));
        pages = Rounds.run(rounds, pages(few, many, gateway));
      }
      System.out.println("Auditing the small one …");
      Audits.run(small, 1);
      System.out.println("Auditing the big one …");
      Audits audits = Audits.run(big, rounds);
      Report.write(
          "Ledger: a long past", new HistoryReport(small, big, payments, pages, audits).lines());
    }
    return 0;
  }

  private static Ledger fill(Servers servers, String name, int agents, long entries)
      throws Exception {
    System.out.printf("Making %,d agents and %,d entries …%n", agents, entries);
    return Ledger.fill(servers, name, agents, entries);
  }

  private Map<String, Rounds.Measurement> payments(Side few, Side many, Gateway gateway) {
    Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
    all.put(HistoryReport.PAY_FEW, () -> pay(few, gateway, seconds));
    all.put(HistoryReport.PAY_MANY, () -> pay(many, gateway, seconds));
    return all;
  }

  private Throughput pay(Side side, Gateway gateway, int length) throws Exception {
    List<String> all = side.ledger().agents();
    List<String> those = all.subList(0, Math.min(payers, all.size()));
    return Workers.run(
        CONNECTIONS,
        Duration.ofSeconds(length),
        () ->
            new DirectTransfers(
                side.process().address(), gateway, those, DirectTransfers.Payee.ANYBODY));
  }

  private Map<String, Rounds.Measurement> pages(Side few, Side many, Gateway gateway)
      throws SQLException, IOException {
    Map<String, Rounds.Measurement> all = new LinkedHashMap<>();
    List<Question> ofFew = Question.of(few.ledger());
    List<Question> ofMany = Question.of(many.ledger());
    for (int i = 0; i < ofFew.size(); i++) {
      Question small = ofFew.get(i);
      Question big = ofMany.get(i);
      all.put(HistoryReport.few(small), () -> read(few, small, gateway));
      all.put(HistoryReport.many(big), () -> read(many, big, gateway));
    }
    String token = gateway.tokenOf(many.ledger().agents().getFirst(), Part.LEDGER);
    try (HttpConnection connection = new HttpConnection(many.process().address())) {
      Question late = Question.atPage(LATE_PAGE, connection, token);
      all.put(HistoryReport.LATE, () -> read(many, late, gateway));
      System.out.println("The late page is " + late.name());
    }
    return all;
  }

  private Throughput read(Side side, Question question, Gateway gateway) throws Exception {
    String token = gateway.tokenOf(side.ledger().agents().getFirst(), Part.LEDGER);
    return Workers.run(
        READERS,
        Duration.ofSeconds(seconds),
        () -> new Pages(side.process().address(), question, token));
  }
}
