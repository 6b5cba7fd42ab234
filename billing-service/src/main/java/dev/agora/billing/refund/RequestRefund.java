package dev.agora.billing.refund;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.purchase.LockPurchase;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.refund.RequestRefundResult.AlreadyRefunded;
import dev.agora.billing.refund.RequestRefundResult.NotRefundable;
import dev.agora.billing.refund.RequestRefundResult.PurchaseUnknown;
import dev.agora.billing.refund.RequestRefundResult.Requested;
import dev.agora.billing.refund.RequestRefundResult.UnderWay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts the refund of a purchase; the purchase's lock makes it the only one. */
@Service
@Transactional
public class RequestRefund {

  private final LockPurchase lockPurchase;
  private final Refunds refunds;
  private final RefundProcess process;
  private final RefundEvents events;
  private final Supplier<UUID> ids;
  private final InstantSource clock;

  RequestRefund(
      LockPurchase lockPurchase,
      Refunds refunds,
      RefundProcess process,
      RefundEvents events,
      Supplier<UUID> ids,
      InstantSource clock) {
    this.lockPurchase = lockPurchase;
    this.refunds = refunds;
    this.process = process;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Starts it, unless the purchase stands in the way; who buys asks for it, or a bank's warning.
   *
   * @param humanId whose purchase it must be
   * @param reason in the buyer's own words, or the platform's
   */
  public RequestRefundResult request(String humanId, String purchaseId, @Nullable String reason) {
    Optional<Purchase> found = lockPurchase.ofHuman(humanId, purchaseId);
    if (found.isEmpty()) {
      return new PurchaseUnknown();
    }
    Purchase purchase = found.get();
    if (refunds.latestOf(purchase.id()).filter(r -> r.status().isUnderWay()).isPresent()) {
      return new UnderWay();
    }
    return switch (purchase.status()) {
      case COMPLETED -> new Requested(start(purchase, reason));
      case REFUNDED, PARTIALLY_REFUNDED -> new AlreadyRefunded();
      case AWAITING_PAYMENT, EXPIRED, PAID, FAILED, DISPUTED, QUARANTINED ->
          new NotRefundable(purchase.status());
    };
  }

  private Refund start(Purchase purchase, @Nullable String reason) {
    Instant now = clock.instant();
    Refund refund =
        new Refund(
            RefundId.of(ids.get()),
            purchase.id(),
            purchase.humanId(),
            purchase.agentId(),
            "hld_" + ids.get().toString().replace("-", ""),
            purchase.price().amount(),
            purchase.price().fee(),
            requireNonNull(purchase.payment()).tax(),
            requireNonNull(purchase.payment()).paymentIntentId(),
            reason,
            RefundStatus.REQUESTED,
            null,
            null,
            null,
            now,
            now,
            1);
    refunds.add(refund);
    process.start(refund);
    events.changed(refund);
    return refund;
  }
}
