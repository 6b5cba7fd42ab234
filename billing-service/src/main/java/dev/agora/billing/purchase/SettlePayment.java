package dev.agora.billing.purchase;

import dev.agora.billing.purchase.PaymentVerdict.Declined;
import dev.agora.billing.purchase.PaymentVerdict.Expired;
import dev.agora.billing.purchase.PaymentVerdict.Incomplete;
import dev.agora.billing.purchase.PaymentVerdict.Paid;
import dev.agora.billing.purchase.PaymentVerdict.Suspect;
import dev.agora.billing.purchase.PaymentVerdict.Unchanged;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what Stripe said to a purchase and its process, in one transaction. */
@Service
@Transactional
class SettlePayment {

  private static final Logger log = LoggerFactory.getLogger(SettlePayment.class);

  private final Purchases purchases;
  private final PurchaseEvents events;
  private final PurchaseProcess process;
  private final PurchaseProperties properties;
  private final InstantSource clock;

  SettlePayment(
      Purchases purchases,
      PurchaseEvents events,
      PurchaseProcess process,
      PurchaseProperties properties,
      InstantSource clock) {
    this.purchases = purchases;
    this.events = events;
    this.process = process;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Applies an observation.
   *
   * @return false if Stripe has to be asked again before anything can be said
   */
  boolean settle(PurchaseId id, PaymentObservation seen) {
    Purchase purchase =
        purchases.lock(id).orElseThrow(() -> new IllegalStateException("no purchase " + id));
    switch (PaymentRules.judge(purchase, seen)) {
      case Paid(Payment payment) -> paid(purchase, payment);
      case Declined(PaymentError error) ->
          store(purchase.changed(purchase.status(), error, clock.instant()));
      case Expired _ -> expire(purchase);
      case Suspect(String reason) -> quarantine(purchase, reason);
      case Unchanged _ -> {}
      case Incomplete _ -> {
        return false;
      }
    }
    return true;
  }

  /** Ends a purchase whose checkout Stripe does not know, once nobody can pay it any more. */
  void settleUnknown(PurchaseId id) {
    Purchase purchase =
        purchases.lock(id).orElseThrow(() -> new IllegalStateException("no purchase " + id));
    Instant over = purchase.expiresAt().plus(properties.expiryGrace());
    if (purchase.status() == PurchaseStatus.AWAITING_PAYMENT && clock.instant().isAfter(over)) {
      expire(purchase);
    }
  }

  private void paid(Purchase purchase, Payment payment) {
    Purchase paid = purchase.paid(payment, purchases.nextReceiptNumber(), clock.instant());
    store(paid);
    if (!process.paid(purchase.id(), payment)) {
      // Parked, or ended by an operator: the money is there, so a person has to look at it.
      log.error("{} is paid, but its process does not wait for the payment", purchase.id());
    }
  }

  /** Keeps the last decline as the reason, if there was one. */
  private void expire(Purchase purchase) {
    store(purchase.changed(PurchaseStatus.EXPIRED, purchase.lastError(), clock.instant()));
    process.abandoned(purchase.id(), "expired");
  }

  private void quarantine(Purchase purchase, String reason) {
    log.error("{} goes into quarantine, nothing is posted: {}", purchase.id(), reason);
    PaymentError error =
        new PaymentError(
            "quarantined", "The payment does not fit the order; a person is looking at it.");
    store(purchase.changed(PurchaseStatus.QUARANTINED, error, clock.instant()));
    process.abandoned(purchase.id(), "quarantined");
  }

  private void store(Purchase changed) {
    purchases.save(changed);
    events.changed(changed);
  }
}
