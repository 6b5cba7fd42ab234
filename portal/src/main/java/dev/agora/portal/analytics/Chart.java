package dev.agora.portal.analytics;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bars of one figure for each day, in the units of an SVG of 600 by 160.
 *
 * @param highest the value of a bar of full height
 */
public record Chart(List<Bar> bars, Credits highest) {

  private static final int WIDTH = 600;
  private static final int HEIGHT = 160;
  private static final int GAP = 2;

  /** One day. */
  public record Bar(LocalDate day, Credits credits, long x, long y, long width, long height) {}

  /** Days without anything have a bar of no height. */
  static Chart of(Analysis analysis) {
    Map<String, Credits> sums =
        analysis.items().stream()
            .collect(
                Collectors.toMap(
                    item -> String.valueOf(item.day()), Analysis.Item::credits, Credits::plus));
    Credits highest =
        sums.values().stream()
            .max(Credits::compareTo)
            .filter(Credits::isPositive)
            .orElse(Credits.of(1));
    List<LocalDate> days = analysis.from().datesUntil(analysis.to().plusDays(1)).toList();
    long step = Math.max(1, WIDTH / Math.max(1, days.size()));
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day : days) {
      Credits credits = sums.getOrDefault(day.toString(), Credits.ZERO);
      long height =
          Math.max(0, Math.floorDiv(credits.micros(), Math.max(1, highest.micros() / HEIGHT)));
      long within = Math.min(HEIGHT, height);
      bars.add(
          new Bar(
              day, credits, bars.size() * step, HEIGHT - within, Math.max(1, step - GAP), within));
    }
    return new Chart(List.copyOf(bars), highest);
  }
}
