package dev.agora.billing.topup;

import dev.agora.billing.card.SavedCard;
import dev.agora.billing.purchase.PaymentObservation;
import dev.agora.billing.purchase.Purchase;

/** Charges saved cards while their holders are not there. Never called within a transaction. */
public interface OffSessionCharges {

  /** What came of a charge. */
  sealed interface ChargeResult {

    /** Stripe has the money, or says otherwise how the payment stands. */
    record Seen(PaymentObservation observation) implements ChargeResult {}

    /** The bank wants the card's holder to confirm. */
    record NeedsHuman() implements ChargeResult {}

    /**
     * The card said no.
     *
     * @param code Stripe's reason, the most exact one
     */
    record Declined(String code, String message) implements ChargeResult {}

    /** Perhaps done, or not decided yet: asked again, it is charged once all the same. */
    record Unknown(String reason) implements ChargeResult {}
  }

  /** Charges a purchase's price, once for each purchase. */
  ChargeResult charge(Purchase purchase, SavedCard card);
}
