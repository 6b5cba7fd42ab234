package dev.agora.portal.chart;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was there at some moments, as a line.
 *
 * @param points oldest first, at equal distances
 * @param highest the value at full height
 */
public record BalanceLine(List<Point> points, Credits highest) {

  /** What was there at a moment. */
  public record Reading(Instant at, Credits credits) {}

  /** A reading and where it is drawn. */
  public record Point(Instant at, Credits credits, long x, long y) {}

  /** Draws the readings, oldest first. */
  public static BalanceLine of(List<Reading> readings) {
    Credits highest =
        readings.stream().map(Reading::credits).max(Credits::compareTo).orElse(Credits.ZERO);
    List<Point> points =
        IntStream.range(0, readings.size())
            .mapToObj(
                i ->
                    new Point(
                        readings.get(i).at(),
                        readings.get(i).credits(),
                        Canvas.x(i, readings.size()),
                        Canvas.y(readings.get(i).credits(), highest)))
            .toList();
    return new BalanceLine(points, highest);
  }

  /** The line, as SVG writes the points of one. */
  public String line() {
    return points.stream()
        .map(point -> point.x() + "," + point.y())
        .collect(Collectors.joining(" "));
  }

  /** What lies below the line. */
  public String area() {
    return "0,%1$d %2$s %3$d,%1$d".formatted(Canvas.HEIGHT, line(), Canvas.WIDTH);
  }
}
