package dev.agora.bench.portal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a page took, look by look.
 *
 * @param millis sorted
 */
record PageTimes(String page, List<Double> millis) {
  private static final double GOAL = 150;
  private static final double NANOS_PER_MILLI = 1_000_000;

  PageTimes {
    millis = List.copyOf(millis);
  }

  static PageTimes of(String page, int looks, Visitor visitor) {
    List<Double> millis = new ArrayList<>();
    for (int look = 0; look < looks; look++) {
      long begin = System.nanoTime();
      visitor.look(page);
      millis.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
    }
    Collections.sort(millis);
    return new PageTimes(page, millis);
  }

  String row() {
    return "| `%s` | %.0f | %.0f | %s |"
        .formatted(
            page.replaceAll("(agt|txn)_[0-9a-f]+", "$1_…"),
            at(0.5),
            at(0.95),
            at(0.95) <= GOAL ? "reached" : "missed");
  }

  private double at(double quantile) {
    return millis.get((int) Math.ceil(quantile * millis.size()) - 1);
  }

  static List<String> report(Past past, List<PageTimes> measured) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "One visitor, one look after the other, through the gateway, without a browser; the owner's agents have %,d entries, made by payments among each other. Goal: p95 <= 150 ms."
            .formatted(past.entries()));
    lines.add("");
    lines.add("| page | p50 ms | p95 ms | goal |");
    lines.add("|---|---|---|---|");
    measured.forEach(times -> lines.add(times.row()));
    return lines;
  }
}
