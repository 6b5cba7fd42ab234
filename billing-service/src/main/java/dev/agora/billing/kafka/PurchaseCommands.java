package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.messaging.saga.CommandType;
import org.jspecify.annotations.Nullable;

/** What the saga of a purchase sends and hears, as contracts/ledger and contracts/billing say. */
final class PurchaseCommands {

  static final CommandType<PostPurchase> POST_PURCHASE =
      new CommandType<>(
          "ledger.commands.v1",
          "ledger.post-purchase",
          1,
          PostPurchase.class,
          PostPurchase::agentId);

  static final CommandType<RefundCharge> REFUND_CHARGE =
      new CommandType<>(
          "billing.commands.v1",
          "billing.refund-charge",
          1,
          RefundCharge.class,
          RefundCharge::purchaseId);

  static final CommandType<BookRefundedCharge> BOOK_REFUNDED_CHARGE =
      new CommandType<>(
          "ledger.commands.v1",
          "ledger.book-refunded-charge",
          1,
          BookRefundedCharge.class,
          BookRefundedCharge::purchaseId);

  private PurchaseCommands() {}

  record PostPurchase(
      String purchaseId,
      String agentId,
      String priceUsd,
      String feeUsd,
      int feeBps,
      String baseCredits,
      String bonusCredits,
      String paymentIntentId,
      String stripeFeeUsd,
      @Nullable String taxUsd) {

    static PostPurchase of(PurchaseSaga.Data data) {
      return new PostPurchase(
          data.purchaseId(),
          data.agentId(),
          data.priceUsd(),
          data.feeUsd(),
          data.feeBps(),
          data.baseCredits(),
          data.bonusCredits(),
          requireNonNull(data.paymentIntentId()),
          requireNonNull(data.stripeFeeUsd()),
          data.taxUsd());
    }
  }

  /** The ledger's success. */
  record Posted(String transactionId) {}

  /**
   * Billing's command to itself.
   *
   * @param reason the ledger's refusal code
   */
  record RefundCharge(String purchaseId, String paymentIntentId, String reason) {

    static RefundCharge of(PurchaseSaga.Data data) {
      return new RefundCharge(
          data.purchaseId(),
          requireNonNull(data.paymentIntentId()),
          requireNonNull(data.refusal()));
    }
  }

  /** Its success. */
  record ChargeRefunded(String refundId) {}

  record BookRefundedCharge(
      String purchaseId,
      String priceUsd,
      String paymentIntentId,
      String refundId,
      String stripeFeeUsd) {

    static BookRefundedCharge of(PurchaseSaga.Data data) {
      return new BookRefundedCharge(
          data.purchaseId(),
          data.priceUsd(),
          requireNonNull(data.paymentIntentId()),
          requireNonNull(data.refundId()),
          requireNonNull(data.stripeFeeUsd()));
    }
  }
}
