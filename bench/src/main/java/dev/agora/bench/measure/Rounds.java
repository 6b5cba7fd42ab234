package dev.agora.bench.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measurements taken in turn (A B C, A B C, …), of which the median counts. */
public final class Rounds {
  private final Map<String, List<Throughput>> all = new LinkedHashMap<>();

  /** One thing to measure. */
  @FunctionalInterface
  public interface Measurement {
    Throughput take() throws Exception;
  }

  /** Takes one measurement of each, as often as told, and prints them as they come. */
  public static Rounds run(int rounds, Map<String, Measurement> measurements) throws Exception {
    Rounds results = new Rounds();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      for (Map.Entry<String, Measurement> entry : measurements.entrySet()) {
        Throughput taken = entry.getValue().take();
        System.out.println("  " + taken.line(entry.getKey()));
        results.all.computeIfAbsent(entry.getKey(), name -> new ArrayList<>()).add(taken);
      }
    }
    return results;
  }

  /** The measurement of median speed. */
  public Throughput median(String name) {
    List<Throughput> sorted =
        all.getOrDefault(name, List.of()).stream()
            .sorted(Comparator.comparingDouble(Throughput::perSecond))
            .toList();
    return sorted.get(sorted.size() / 2);
  }

  /** What was measured, in its order. */
  public List<String> names() {
    return List.copyOf(all.keySet());
  }

  /** The medians as a table of docs/benchmarks.md. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| what | per second | p50 ms | p99 ms |");
    lines.add("|---|---|---|---|");
    for (String name : names()) {
      Throughput median = median(name);
      lines.add(
          "| %s | %,.0f | %.1f | %.1f |"
              .formatted(
                  name, median.perSecond(), median.latencies().p50(), median.latencies().p99()));
    }
    return lines;
  }

  /** How many times as fast one was as its baseline. */
  public double ratio(String name, String baseline) {
    return median(name).perSecond() / median(baseline).perSecond();
  }
}
