package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of spending or of earnings. */
public record Analysis(
    LocalDate from, LocalDate to, List<Item> items, @Nullable String nextCursor, Totals totals) {

  /** The sum of one day, agent, kind or counterparty. */
  public record Item(
      String label,
      @Nullable String agent,
      @Nullable String day,
      @Nullable String kind,
      @Nullable String counterparty,
      Credits credits,
      Credits fees,
      long count) {}

  /** Of the whole period. */
  public record Totals(Credits spending, Credits earnings, Credits other, Credits change) {}
}
