package dev.agora.bench.report;

import org.HdrHistogram.Histogram;

/**
 * Latencies of one measurement.
 *
 * @param micros in microseconds
 */
public record Latencies(Histogram micros) {
  private static final double MICROS_PER_MILLI = 1000;

  /** The median, in milliseconds. */
  public double p50() {
    return millis(50);
  }

  /** What 99 of 100 stay below, in milliseconds. */
  public double p99() {
    return millis(99);
  }

  /** The longest, in milliseconds. */
  public double max() {
    return micros.getMaxValue() / MICROS_PER_MILLI;
  }

  /** How many were measured. */
  public long count() {
    return micros.getTotalCount();
  }

  /** All of it, for people. */
  public String line() {
    return "%d messages: p50 %.1f ms, p99 %.1f ms, max %.1f ms"
        .formatted(count(), p50(), p99(), max());
  }

  private double millis(double percentile) {
    return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
  }
}
