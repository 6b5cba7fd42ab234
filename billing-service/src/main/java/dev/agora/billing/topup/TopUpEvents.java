package dev.agora.billing.topup;

import dev.agora.billing.purchase.PurchaseId;
import org.jspecify.annotations.Nullable;

/** Tells others what happened to a rule, with the transaction that changed it. */
public interface TopUpEvents {

  /**
   * Tells it.
   *
   * @param purchase that it is about, null if about none
   * @param reason why the card was declined, in Stripe's code; null otherwise
   */
  void tell(TopUpNews news, AutoTopUp rule, @Nullable PurchaseId purchase, @Nullable String reason);
}
