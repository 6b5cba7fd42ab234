package dev.agora.billing.purchase;

import dev.agora.billing.pricing.Price;
import dev.agora.billing.purchase.Checkouts.OpenResult.Opened;
import dev.agora.billing.purchase.Checkouts.OpenResult.Unavailable;
import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Purchases that nobody asked for just now: an owner's rule does. Else they are like any other. */
@Service
public class TopUpPurchase {

  private static final Logger log = LoggerFactory.getLogger(TopUpPurchase.class);

  private final Purchases purchases;
  private final PurchaseProcess process;
  private final PurchaseEvents events;
  private final SettlePayment settlePayment;
  private final Checkouts checkouts;
  private final PurchaseProperties properties;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  TopUpPurchase(
      Purchases purchases,
      PurchaseProcess process,
      PurchaseEvents events,
      SettlePayment settlePayment,
      Checkouts checkouts,
      PurchaseProperties properties,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.purchases = purchases;
    this.process = process;
    this.events = events;
    this.settlePayment = settlePayment;
    this.checkouts = checkouts;
    this.properties = properties;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores the purchase and starts its saga, with the caller's transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the agent has one under way
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Purchase begin(String humanId, String agentId, Price price) {
    Instant now = clock.instant();
    Purchase purchase =
        Purchase.quoted(
            PurchaseId.of(ids.get()),
            humanId,
            agentId,
            price,
            PurchaseSource.AUTO_TOP_UP,
            now,
            now.plus(properties.checkoutLifetime()));
    IdempotencyKey ownKey =
        new IdempotencyKey(humanId, "auto-top-up", "auto-top-up:" + purchase.id(), "none");
    purchases.add(purchase, ownKey, null, now.plus(properties.openingLease()));
    process.start(purchase);
    events.changed(purchase);
    return purchase;
  }

  /** Those whose charge is not known to have happened, each due again after the pause. */
  @Transactional
  public List<Purchase> claimUncharged(int atMost, Duration pause) {
    return purchases.claimUncharged(clock.instant(), atMost, pause);
  }

  /** What the agent's top-ups since then come to, those that were never paid left out. */
  public Usd spentSince(String agentId, Instant since) {
    return purchases.toppedUpSince(agentId, since);
  }

  /** Whether a top-up of the agent's is disputed. */
  public boolean isDisputed(String agentId) {
    return purchases.hasDisputedTopUp(agentId);
  }

  /** Applies what Stripe says of the charge. */
  public void settle(PurchaseId id, PaymentObservation seen) {
    settlePayment.settle(id, seen);
  }

  /** The card said no: there will be no payment. */
  @Transactional
  public void failed(PurchaseId id, PaymentError error) {
    Purchase purchase = lock(id);
    if (purchase.status() == PurchaseStatus.AWAITING_PAYMENT) {
      Purchase failed = purchase.changed(PurchaseStatus.FAILED, error, clock.instant());
      purchases.save(failed);
      events.changed(failed);
      process.abandoned(id, error.code());
    }
  }

  /**
   * Opens a page where a person can pay it after all. Never called within a transaction.
   *
   * @return false if the page can not be opened now
   */
  public boolean openLink(Purchase purchase) {
    return switch (checkouts.open(purchase)) {
      case Opened(Checkout checkout) -> {
        Instant soon = clock.instant().plus(properties.checkIntervalMin());
        purchases.opened(purchase.id(), checkout, soon);
        yield true;
      }
      case Unavailable(String reason) -> {
        log.warn("no page for {}: {}", purchase.id(), reason);
        yield false;
      }
    };
  }

  /** Says why a person has to pay it after all. */
  @Transactional
  public void awaitsHuman(PurchaseId id, PaymentError reason) {
    Purchase purchase = lock(id);
    if (purchase.status() == PurchaseStatus.AWAITING_PAYMENT) {
      Purchase waiting = purchase.changed(purchase.status(), reason, clock.instant());
      purchases.save(waiting);
      events.changed(waiting);
    }
  }

  private Purchase lock(PurchaseId id) {
    return purchases.lock(id).orElseThrow(() -> new IllegalStateException("no purchase " + id));
  }
}
