package dev.agora.billing.dispute;

import dev.agora.billing.dispute.DisputeObservation.State;
import dev.agora.billing.purchase.FindPurchase;
import dev.agora.billing.purchase.LockPurchase;
import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseStatus;
import dev.agora.billing.purchase.ReturnPurchase;
import dev.agora.billing.refund.FindRefund;
import dev.agora.money.Usd;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what Stripe says of a dispute, in one transaction; as often as it is said. */
@Service
@Transactional
class TakeDispute {

  private static final Logger log = LoggerFactory.getLogger(TakeDispute.class);

  private final Disputes disputes;
  private final FindPurchase findPurchase;
  private final LockPurchase lockPurchase;
  private final ReturnPurchase returnPurchase;
  private final FindRefund findRefund;
  private final DisputeProcess process;
  private final DisputeEvents events;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  TakeDispute(
      Disputes disputes,
      FindPurchase findPurchase,
      LockPurchase lockPurchase,
      ReturnPurchase returnPurchase,
      FindRefund findRefund,
      DisputeProcess process,
      DisputeEvents events,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.disputes = disputes;
    this.findPurchase = findPurchase;
    this.lockPurchase = lockPurchase;
    this.returnPurchase = returnPurchase;
    this.findRefund = findRefund;
    this.process = process;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a dispute that is new, and closes one that is decided.
   *
   * @return false if Stripe has to be asked again, because something else has to end first
   */
  boolean take(DisputeObservation seen) {
    Optional<Dispute> known = disputes.findByStripeId(seen.stripeId());
    return known.isPresent() ? decide(known.get(), seen) : open(seen);
  }

  private boolean open(DisputeObservation seen) {
    Optional<Purchase> purchase =
        Optional.ofNullable(seen.paymentIntentId())
            .flatMap(findPurchase::byPaymentIntent)
            .flatMap(found -> lockPurchase.byId(found.id()));
    if (purchase.isEmpty() || seen.state() == State.INQUIRY) {
      return true;
    }
    if (disputes.findByStripeId(seen.stripeId()).isPresent()
        || purchase.get().status() == PurchaseStatus.PAID
        || isRefundUnderWay(purchase.get())) {
      // The credits have to arrive, or to leave, before what is left of them can be frozen.
      return false;
    }
    if (purchase.get().status() == PurchaseStatus.DISPUTED) {
      keepWaiting(purchase.get(), seen);
      return true;
    }
    if (!ReturnPurchase.isDelivered(purchase.get())) {
      log.error(
          "{} is disputed as {} while {}: a person has to look at it",
          purchase.get().id(),
          seen.stripeId(),
          purchase.get().status());
      return true;
    }
    start(purchase.get(), seen);
    return seen.state() == State.OPEN;
  }

  /**
   * What is left of the purchase is frozen already, and what the other dispute leaves of it is
   * known only at its end: the sweep takes this one in then.
   */
  private void keepWaiting(Purchase purchase, DisputeObservation seen) {
    if (disputes.keepWaiting(seen.stripeId(), purchase.id(), clock.instant())) {
      log.warn(
          "{} is disputed once more, as {} for {}, before its open dispute has ended",
          purchase.id(),
          seen.stripeId(),
          seen.amount());
    }
  }

  private void start(Purchase purchase, DisputeObservation seen) {
    Instant now = clock.instant();
    Dispute dispute =
        new Dispute(
            DisputeId.of(ids.get()),
            seen.stripeId(),
            purchase.id(),
            purchase.humanId(),
            purchase.agentId(),
            seen.amount(),
            purchase.price().amount(),
            purchase.price().fee(),
            purchase.refunded(),
            taxOnRest(purchase),
            seen.reason(),
            DisputeStatus.OPEN,
            null,
            null,
            null,
            now,
            now,
            1);
    disputes.add(dispute);
    returnPurchase.disputed(purchase.id());
    process.start(dispute);
    events.changed(dispute);
  }

  private static Usd taxOnRest(Purchase purchase) {
    Payment payment = purchase.payment();
    Usd tax = payment == null ? Usd.ZERO : payment.tax();
    return tax.minus(Payment.partOfTax(tax, purchase.refunded(), purchase.price().amount()));
  }

  /** The saga's row is locked before the dispute's, as when the saga itself moves. */
  private boolean decide(Dispute dispute, DisputeObservation seen) {
    if (dispute.verdict() != null) {
      return true;
    }
    return switch (seen.state()) {
      case WON -> decide(dispute, seen, Verdict.WON);
      case LOST -> decide(dispute, seen, Verdict.LOST);
      case INQUIRY, OPEN, OTHER -> true;
    };
  }

  private boolean decide(Dispute dispute, DisputeObservation seen, Verdict verdict) {
    boolean asOpened = dispute.isWithinRest() && seen.amount().equals(dispute.amount());
    boolean handled = verdict == Verdict.WON || asOpened;
    boolean moved =
        handled
            ? process.decided(dispute, verdict, seen.fee())
            : process.handOver(dispute, "lost_beyond_rest");
    if (!moved) {
      return false;
    }
    if (!handled) {
      log.error(
          "{} took {} of {}: an operator has to book it",
          dispute.id(),
          seen.amount(),
          dispute.purchaseId());
    }
    Dispute decided = disputes.lock(dispute.id()).orElseThrow().decided(verdict, clock.instant());
    disputes.save(decided);
    events.changed(decided);
    return true;
  }

  private boolean isRefundUnderWay(Purchase purchase) {
    return findRefund
        .ofPurchase(purchase.id())
        .filter(refund -> refund.status().isUnderWay())
        .isPresent();
  }
}
