package dev.agora.portal.chart;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Bars of one figure for each day, in the units of {@link Canvas}.
 *
 * @param highest the value of a bar of full height
 */
public record DailyBars(List<Bar> bars, Credits highest) {

  private static final int GAP_SHARE = 4;

  /** One day. */
  public record Bar(LocalDate day, Credits credits, long x, long y, long width, long height) {}

  /** Days without anything have a bar of no height. */
  public static DailyBars of(Analysis analysis) {
    Map<String, Credits> sums =
        analysis.items().stream()
            .collect(
                Collectors.toMap(
                    item -> String.valueOf(item.day()), Analysis.Item::credits, Credits::plus));
    Credits highest = sums.values().stream().max(Credits::compareTo).orElse(Credits.ZERO);
    List<LocalDate> days = analysis.from().datesUntil(analysis.to().plusDays(1)).toList();
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day : days) {
      Credits credits = sums.getOrDefault(day.toString(), Credits.ZERO);
      long left = (long) bars.size() * Canvas.WIDTH / days.size();
      long right = (bars.size() + 1L) * Canvas.WIDTH / days.size();
      long gap = (right - left) / GAP_SHARE;
      long height = Canvas.height(credits, highest);
      bars.add(
          new Bar(
              day, credits, left, Canvas.HEIGHT - height, Math.max(1, right - left - gap), height));
    }
    return new DailyBars(List.copyOf(bars), highest);
  }

  public LocalDate first() {
    return bars.getFirst().day();
  }

  public LocalDate last() {
    return bars.getLast().day();
  }
}
