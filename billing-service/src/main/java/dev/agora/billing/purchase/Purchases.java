package dev.agora.billing.purchase;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.page.PageRequest;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored purchases. */
interface Purchases {

  /**
   * Stores a new purchase.
   *
   * @param openingUntil until when a request is busy opening its checkout; null: none is
   * @param nextCheckAt when Stripe is asked, if nothing is heard before
   * @return false if the caller's key has one already
   */
  boolean add(
      Purchase purchase, IdempotencyKey key, @Nullable Instant openingUntil, Instant nextCheckAt);

  /** The purchase that this request or an earlier one with its key made, locked. */
  Optional<KeyedPurchase> lockByKey(IdempotencyKey key);

  /** Stores the checkout, whatever else changed meanwhile; nobody is opening it any more. */
  void opened(PurchaseId id, Checkout checkout, Instant nextCheckAt);

  /** Marks a purchase as being opened until then. */
  void openingUntil(PurchaseId id, Instant until);

  Optional<Purchase> find(PurchaseId id);

  Optional<Purchase> findBySession(String sessionId);

  Optional<Purchase> findByPaymentIntent(String paymentIntentId);

  Optional<Purchase> lock(PurchaseId id);

  /** A person's purchases, newest first. */
  List<Purchase> ofHuman(String humanId, PageRequest page);

  /**
   * Top-ups that are due for a look how their charge went, because they have neither a payment nor
   * a page; each is due again after the pause.
   */
  List<Purchase> claimUncharged(Instant now, int atMost, Duration pause);

  /** What an agent's top-ups since then come to, those that were never paid left out. */
  Usd toppedUpSince(String agentId, Instant since);

  /** Whether a top-up of the agent's is disputed. */
  boolean hasDisputedTopUp(String agentId);

  /** Stores what can change of a purchase once it is opened. */
  void save(Purchase purchase);

  /** The next receipt number; a rolled back one leaves a gap. */
  long nextReceiptNumber();

  /**
   * Unpaid purchases with a checkout, due for a look at Stripe; each is due again after a fifth of
   * its age, within the bounds: often while somebody types a card number, rarely later.
   */
  List<Purchase> claimUnpaid(Instant now, int atMost, Duration pauseMin, Duration pauseMax);
}
