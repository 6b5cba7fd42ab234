package dev.agora.bench.outbox;

import dev.agora.bench.report.Latencies;
import dev.agora.bench.report.Report;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.command.RunningSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a committed message takes to its consumer, on the running system or on one of its own.
 */
@Command(
    name = "outbox",
    description = "Commit-to-consumer latency of the outbox, and how fast it drains.")
public final class OutboxCommand implements Callable<Integer> {
  @Option(names = "--service", description = "Whose outbox (default: ledger).")
  private String service = Part.LEDGER.label();

  @Option(names = "--rate", description = "Messages per second (default: 500).")
  private int rate = 500;

  @Option(names = "--seconds", description = "Length of each measurement (default: 20).")
  private int seconds = 20;

  @Override
  public Integer call() throws Exception {
    Part part = Part.named(service);
    if (RunningSystem.isUp()) {
      measure(part, RunningSystem.environment(part));
      return 0;
    }
    System.out.println("Nothing runs here: starting a system of its own.");
    Path folder = Files.createTempDirectory("agora-bench");
    EconomyOptions options = EconomyOptions.in(folder).tell(OutboxCommand::print);
    try (LocalEconomy economy = LocalEconomy.start(options)) {
      measure(part, economy.environment(part));
    }
    return 0;
  }

  private static void print(String line) {
    System.out.println(line);
  }

  private void measure(Part part, Map<String, String> environment) throws Exception {
    try (OutboxBenchmark benchmark = new OutboxBenchmark(environment)) {
      System.out.println("Warming up at " + rate + " messages/s …");
      benchmark.latencies(rate, Duration.ofSeconds(seconds));
      List<Latencies> runs = benchmark.latencies(3, rate, Duration.ofSeconds(seconds));
      runs.forEach(run -> System.out.println(run.line()));
      double drained = benchmark.drain(60_000);
      System.out.printf("drained %.0f messages/s%n", drained);
      Report.write(
          "Outbox: commit to consumer",
          new OutboxReport(part, rate, seconds, runs, drained).lines());
    }
  }
}
