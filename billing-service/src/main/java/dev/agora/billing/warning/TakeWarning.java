package dev.agora.billing.warning;

import dev.agora.billing.purchase.FindPurchase;
import dev.agora.billing.purchase.LockPurchase;
import dev.agora.billing.purchase.Purchase;
import dev.agora.billing.purchase.PurchaseStatus;
import dev.agora.billing.refund.RequestRefund;
import dev.agora.billing.refund.RequestRefundResult;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies a warning, in one transaction, as often as it is said: the ledger sets aside what is left
 * of the purchase, and it goes back to the card before the bank takes it and a fee.
 */
@Service
@Transactional
class TakeWarning {

  private static final Logger log = LoggerFactory.getLogger(TakeWarning.class);

  private static final String REASON = "The bank of the card warns of fraud.";

  private final Warnings warnings;
  private final FindPurchase findPurchase;
  private final LockPurchase lockPurchase;
  private final RequestRefund requestRefund;
  private final WarningEvents events;

  TakeWarning(
      Warnings warnings,
      FindPurchase findPurchase,
      LockPurchase lockPurchase,
      RequestRefund requestRefund,
      WarningEvents events) {
    this.warnings = warnings;
    this.findPurchase = findPurchase;
    this.lockPurchase = lockPurchase;
    this.requestRefund = requestRefund;
    this.events = events;
  }

  /**
   * Takes a warning in.
   *
   * @return false if Stripe has to be asked again, because the credits have to arrive first
   */
  boolean take(FraudWarning warning) {
    Optional<Purchase> purchase =
        Optional.ofNullable(warning.paymentIntentId())
            .flatMap(findPurchase::byPaymentIntent)
            .flatMap(found -> lockPurchase.byId(found.id()));
    if (purchase.isEmpty()) {
      // None of ours, or news of the payment come later: the sweep looks at it again.
      warnings.add(warning, null);
      return true;
    }
    if (purchase.get().status() == PurchaseStatus.PAID) {
      return false;
    }
    if (warnings.add(warning, purchase.get().id())) {
      giveBack(warning, purchase.get());
    }
    return true;
  }

  private void giveBack(FraudWarning warning, Purchase purchase) {
    boolean refunding =
        requestRefund.request(purchase.humanId(), purchase.id().value(), REASON)
            instanceof RequestRefundResult.Requested;
    log.warn(
        "{} is warned of as {} while {}; refunding: {}",
        purchase.id(),
        warning.fraudType(),
        purchase.status(),
        refunding);
    events.warned(warning, purchase, refunding);
  }
}
