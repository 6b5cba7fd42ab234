package dev.agora.billing.purchase;

import dev.agora.money.Usd;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives card payments back. Never called within a transaction. */
public interface CardRefunds {

  /**
   * What is to be given back.
   *
   * @param reference names this refund at Stripe, so that it is found again whatever happened
   * @param amount null: all that is left of the payment
   * @param commandId the same for all repetitions
   */
  record Order(
      PurchaseId purchase,
      String paymentIntentId,
      String reference,
      @Nullable Usd amount,
      UUID commandId) {}

  /** What came of it. */
  sealed interface RefundResult {

    record Refunded(String refundId) implements RefundResult {}

    record Refused(String code, String message) implements RefundResult {}

    /** Perhaps done, or on its way: asked again with the same command id, it says so. */
    record Unknown(String reason) implements RefundResult {}
  }

  /** Gives money back, once for each command. */
  RefundResult refund(Order order);

  /** Whether a refund failed at the bank, perhaps long after it had been called done. */
  boolean hasFailed(String refundId);
}
