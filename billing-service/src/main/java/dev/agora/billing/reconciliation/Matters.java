package dev.agora.billing.reconciliation;

import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both sides, matter by matter. */
interface Matters {

  /** Takes lines of Stripe's statement in; those that are there change nothing. */
  void take(List<StripeMovement> movements);

  /** Takes the ledger's movements in; those that are there change nothing. */
  void book(List<BookedMovement> movements);

  /** How far Stripe's statement was read. */
  Optional<Instant> seenUntil();

  void seenUntil(Instant until);

  /** The sum of all of Stripe's movements taken in. */
  Usd statement();

  /** Keeps Stripe's balance, if the statement still comes to what it came to then. */
  void balanced(Usd balance, Usd statement, Instant now);

  Reconciliation summary(Instant settled);

  /**
   * The differences, by matter.
   *
   * @param settled a side that changed later may still be followed by the other
   * @param kind null for all
   */
  List<Difference> differences(Instant settled, @Nullable DifferenceKind kind, PageRequest page);

  /** Unexplained differences that nobody was told of, which now count as told. */
  List<Difference> claimUntold(Instant settled, Instant now, int atMost);

  /** Those told of that are none any more, which now count as never told. */
  List<Difference> claimClosed(int atMost);
}
