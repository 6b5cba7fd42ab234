package dev.agora.billing.warning;

import dev.agora.billing.purchase.Purchase;

/** Tells the world of warnings, in the current transaction. */
public interface WarningEvents {

  void warned(FraudWarning warning, Purchase purchase, boolean refunding);
}
