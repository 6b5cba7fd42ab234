package dev.agora.portal.chart;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a month has cost so far, day by day, and what it will have cost by its end if it goes on so.
 *
 * @param days of the month, up to today
 * @param soFar spent until today
 * @param atEnd an estimate in whole credits: more digits would promise too much
 */
public record Forecast(List<Day> days, Credits soFar, Credits atEnd, LocalDate lastDay) {

  /** A day, and what all days up to it have cost. */
  public record Day(LocalDate day, Credits credits) {}

  /**
   * Carries the mean of the days so far on to the end of the month.
   *
   * @param month the spending of each day since the first one of today's month
   */
  public static Forecast of(Analysis month, LocalDate today) {
    Map<String, Credits> sums =
        month.items().stream()
            .collect(
                Collectors.toMap(
                    item -> String.valueOf(item.day()), Analysis.Item::credits, Credits::plus));
    List<Day> days = new ArrayList<>();
    Credits soFar = Credits.ZERO;
    for (LocalDate day : today.withDayOfMonth(1).datesUntil(today.plusDays(1)).toList()) {
      soFar = soFar.plus(sums.getOrDefault(day.toString(), Credits.ZERO));
      days.add(new Day(day, soFar));
    }
    double whole =
        (double) soFar.micros()
            / today.getDayOfMonth()
            * today.lengthOfMonth()
            / Credits.MICROS_PER_CREDIT;
    return new Forecast(
        List.copyOf(days),
        soFar,
        Credits.of(Math.round(whole)),
        today.withDayOfMonth(today.lengthOfMonth()));
  }

  /** The days so far, as SVG writes the points of a line. */
  public String line() {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      points.add(x(i) + "," + Canvas.y(days.get(i).credits(), highest()));
    }
    return String.join(" ", points);
  }

  /** From today to the end of the month. */
  public String guess() {
    return "%d,%d %d,%d"
        .formatted(
            x(days.size() - 1),
            Canvas.y(soFar, highest()),
            Canvas.WIDTH,
            Canvas.y(atEnd, highest()));
  }

  /** The value at full height. */
  public Credits highest() {
    return atEnd.compareTo(soFar) > 0 ? atEnd : soFar;
  }

  public LocalDate firstDay() {
    return lastDay.withDayOfMonth(1);
  }

  private long x(int day) {
    return Canvas.x(day, lastDay.getDayOfMonth());
  }
}
