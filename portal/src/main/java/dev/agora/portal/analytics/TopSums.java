package dev.agora.portal.analytics;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.util.Comparator;
import java.util.List;

/**
 * The largest sums, each with its share of the largest one.
 *
 * @param all whether these are all there are
 */
record TopSums(List<Row> rows, boolean all) {

  private static final int SHOWN_MAX = 10;
  private static final long PERCENT = 100;

  /** One of them; the share is from 0 to 100. */
  public record Row(Analysis.Item item, long share) {}

  static TopSums of(Analysis analysis) {
    List<Analysis.Item> sorted =
        analysis.items().stream()
            .sorted(Comparator.comparing(Analysis.Item::credits).reversed())
            .toList();
    Credits most = sorted.isEmpty() ? Credits.ZERO : sorted.getFirst().credits();
    List<Row> rows =
        sorted.stream()
            .limit(SHOWN_MAX)
            .map(item -> new Row(item, share(item.credits(), most)))
            .toList();
    return new TopSums(rows, sorted.size() == rows.size() && analysis.nextCursor() == null);
  }

  private static long share(Credits credits, Credits most) {
    double share = (double) Math.max(0, credits.micros()) / Math.max(1, most.micros());
    return Math.round(share * PERCENT);
  }
}
