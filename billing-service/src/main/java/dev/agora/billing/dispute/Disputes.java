package dev.agora.billing.dispute;

import dev.agora.billing.purchase.PurchaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored disputes. */
interface Disputes {

  void add(Dispute dispute);

  Optional<Dispute> findByStripeId(String stripeId);

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
