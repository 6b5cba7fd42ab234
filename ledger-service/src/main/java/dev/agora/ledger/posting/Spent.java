package dev.agora.ledger.posting;

import dev.agora.money.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What an agent has spent in the day and the calendar month, UTC, of its latest entry.
 *
 * @param today payments, and holds when they were placed
 * @param thisMonth the same
 */
public record Spent(Credits today, Credits thisMonth) {

  public static final Spent NOTHING = new Spent(Credits.ZERO, Credits.ZERO);

  /** What of it still counts at a later instant. */
  public Spent at(Instant since, Instant now) {
    LocalDate then = LocalDate.ofInstant(since, ZoneOffset.UTC);
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean sameMonth = then.getYear() == day.getYear() && then.getMonth() == day.getMonth();
    return new Spent(then.equals(day) ? today : Credits.ZERO, sameMonth ? thisMonth : Credits.ZERO);
  }

  Spent plus(Credits amount) {
    return new Spent(today.plus(amount), thisMonth.plus(amount));
  }

  /** When the day of that instant ends. */
  public static Instant dayEnds(Instant now) {
    return startOf(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1));
  }

  /** When the month of that instant ends. */
  public static Instant monthEnds(Instant now) {
    return startOf(LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1).plusMonths(1));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
