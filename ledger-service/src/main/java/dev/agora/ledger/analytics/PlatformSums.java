package dev.agora.ledger.analytics;

import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What changed the platform's accounts within a period, and what is in them now.
 *
 * @param changes by what caused them; of {@link #TURNOVER} the amounts themselves
 */
record PlatformSums(List<Change> changes, Map<PlatformAccount, Long> balances) {

  /** The account under which the amounts of transactions are summed up, before fees. */
  static final String TURNOVER = "turnover";

  /** Acts by hand, reversals of them included. */
  private static final String BY_HAND = "ADJUSTMENT";

  /**
   * A sum.
   *
   * @param stream as view {@code turnover} names it
   * @param account a path and an asset, such as {@code platform/rewards CREDIT}
   * @param units micro-credits or cents
   */
  record Change(String stream, String account, long units, long count) {}

  PlatformSums {
    changes = List.copyOf(changes);
    balances = Map.copyOf(balances);
  }

  Credits turnover(String stream) {
    return Credits.ofMicros(
        sum(change -> change.stream().equals(stream) && change.account().startsWith(TURNOVER)));
  }

  long count(String stream) {
    return changes.stream()
        .filter(change -> change.stream().equals(stream))
        .filter(change -> change.account().startsWith(TURNOVER))
        .mapToLong(Change::count)
        .sum();
  }

  Credits credits(String stream, PlatformAccount account) {
    return Credits.ofMicros(of(stream, account));
  }

  Usd usd(String stream, PlatformAccount account) {
    return Usd.ofCents(of(stream, account));
  }

  /** What came in, less what went back with what it was taken from. */
  long collected(PlatformAccount account) {
    return sum(
        change -> !change.stream().equals(BY_HAND) && change.account().equals(nameOf(account)));
  }

  /** What operators took out of it. */
  long takenByHand(PlatformAccount account) {
    return -of(BY_HAND, account);
  }

  long balance(PlatformAccount account) {
    return balances.getOrDefault(account, 0L);
  }

  static String nameOf(PlatformAccount account) {
    return account.path() + " " + account.asset();
  }

  private long of(String stream, PlatformAccount account) {
    return sum(
        change -> change.stream().equals(stream) && change.account().equals(nameOf(account)));
  }

  private long sum(Predicate<Change> which) {
    return changes.stream().filter(which).mapToLong(Change::units).sum();
  }
}
