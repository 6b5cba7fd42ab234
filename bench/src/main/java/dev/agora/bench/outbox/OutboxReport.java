package dev.agora.bench.outbox;

import dev.agora.bench.report.Latencies;
import dev.agora.local.launcher.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of docs/benchmarks.md about the outbox. */
record OutboxReport(
    Part part, int rate, int seconds, List<Latencies> runs, double drainedPerSecond) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("One row per transaction into the outbox of %s at %d messages/s from 4 connections for %d s, after a warm-up of the same"
                + " length; latency from just before the commit to the consumer, all on one clock. Whole system running beside it.")
            .formatted(part.label(), rate, seconds));
    lines.add("");
    lines.add("| run | messages | p50 ms | p99 ms | max ms |");
    lines.add("|---|---|---|---|---|");
    for (int run = 0; run < runs.size(); run++) {
      lines.add(row(Integer.toString(run + 1), runs.get(run)));
    }
    lines.add(row("median", median()));
    lines.add("| goal S5 | | 20 | 100 | |");
    lines.add("");
    lines.add(
        "Drained from a flood of 60,000: %.0f messages/s (goal 6,000)."
            .formatted(drainedPerSecond));
    return lines;
  }

  private Latencies median() {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Latencies::p99))
        .toList()
        .get(runs.size() / 2);
  }

  private static String row(String name, Latencies latencies) {
    return "| %s | %d | %.1f | %.1f | %.1f |"
        .formatted(name, latencies.count(), latencies.p50(), latencies.p99(), latencies.max());
  }
}
