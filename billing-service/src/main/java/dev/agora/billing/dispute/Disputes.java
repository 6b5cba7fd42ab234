package dev.agora.billing.dispute;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored disputes. */
interface Disputes {

  /** Takes one in, which waits no longer. */
  void add(Dispute dispute);

  Optional<Dispute> findByStripeId(String stripeId);

  /**
   * Keeps one in mind until the open dispute of its purchase has ended.
   *
   * @return false if it was kept in mind before
   */
  boolean keepWaiting(String stripeId, PurchaseId purchase, Instant now);

  /** Those kept in mind, by the names Stripe gave them, oldest first. */
  List<String> waiting(int atMost);

  /** The latest one about a purchase. */
  Optional<Dispute> latestOf(PurchaseId purchase);

  Optional<Dispute> lock(DisputeId id);

  /** Stores what can change. */
  void save(Dispute dispute);

  /** Those the bank has not decided, by the names Stripe gave them, oldest first. */
  List<String> undecided(int atMost);

  /** Until when, by Stripe's clock, all of its disputes have been taken in. */
  Optional<Instant> seenUntil();

  void seenUntil(Instant until);
}
