package dev.agora.billing.purchase;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the end of the process to the purchase, in the same transaction. */
@Service
@Transactional
public class EndPurchase {

  private final Purchases purchases;
  private final PurchaseEvents events;
  private final InstantSource clock;

  EndPurchase(Purchases purchases, PurchaseEvents events, InstantSource clock) {
    this.purchases = purchases;
    this.events = events;
    this.clock = clock;
  }

  /** The credits arrived. */
  public void completed(PurchaseId id, String transactionId) {
    end(id, purchase -> purchase.completed(transactionId, clock.instant()));
  }

  /** The ledger refused for good, and the card got its money back. */
  public void undelivered(PurchaseId id, String refusal) {
    PaymentError error =
        new PaymentError(
            refusal, "The credits could not be delivered; the payment was given back in full.");
    end(id, purchase -> purchase.changed(PurchaseStatus.FAILED, error, clock.instant()));
  }

  private void end(PurchaseId id, UnaryOperator<Purchase> change) {
    Purchase purchase =
        purchases.lock(id).orElseThrow(() -> new IllegalStateException("no purchase " + id));
    if (purchase.status() != PurchaseStatus.PAID) {
      throw new IllegalStateException(id + " is " + purchase.status() + " when its process ends");
    }
    Purchase ended = change.apply(purchase);
    purchases.save(ended);
    events.changed(ended);
  }
}
