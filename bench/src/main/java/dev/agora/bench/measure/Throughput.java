package dev.agora.bench.measure;

import dev.agora.bench.report.Latencies;
import java.time.Duration;

/**
 * What one measurement counted.
 *
 * @param done transfers that were accepted
 * @param in the time it took
 * @param latencies of single calls
 */
public record Throughput(long done, Duration in, Latencies latencies) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Transfers a second. */
  public double perSecond() {
    return done / (in.toNanos() / NANOS_PER_SECOND);
  }

  /** All of it, for people. */
  public String line(String name) {
    return "%-44s %,9.0f/s   p50 %.1f ms   p99 %.1f ms"
        .formatted(name, perSecond(), latencies.p50(), latencies.p99());
  }
}
