package dev.agora.billing.purchase;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks Stripe how a purchase stands and applies the answer. */
@Service
public class CheckPayment {

  private final FindPurchase findPurchase;
  private final Checkouts checkouts;
  private final SettlePayment settlePayment;

  CheckPayment(FindPurchase findPurchase, Checkouts checkouts, SettlePayment settlePayment) {
    this.findPurchase = findPurchase;
    this.checkouts = checkouts;
    this.settlePayment = settlePayment;
  }

  /**
   * Looks at the purchase with this checkout; nothing happens if there is none.
   *
   * @return false if Stripe has to be asked again soon
   */
  public boolean bySession(String sessionId) {
    return findPurchase.bySession(sessionId).map(this::check).orElse(true);
  }

  /**
   * Looks at a purchase; nothing happens if there is none.
   *
   * @return false if Stripe has to be asked again soon
   */
  public boolean byId(PurchaseId id) {
    return findPurchase.byId(id).map(this::check).orElse(true);
  }

  boolean check(Purchase purchase) {
    if (!PaymentRules.mayMove(purchase)) {
      // The second of two events that tell of one payment: Stripe need not be asked again.
      return true;
    }
    Checkout checkout = purchase.checkout();
    if (checkout == null && purchase.source() == PurchaseSource.AUTO_TOP_UP) {
      // No checkout to look at: whoever charges the saved card also looks how that went.
      return true;
    }
    Optional<PaymentObservation> seen =
        checkout == null ? Optional.empty() : checkouts.observe(checkout);
    if (seen.isPresent()) {
      return settlePayment.settle(purchase.id(), seen.get());
    }
    settlePayment.settleUnknown(purchase.id());
    return true;
  }
}
