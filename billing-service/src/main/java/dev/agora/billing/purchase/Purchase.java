package dev.agora.billing.purchase;

import dev.agora.billing.pricing.Price;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credits that a person buys for an agent.
 *
 * @param humanId who pays
 * @param agentId who gets the credits
 * @param price the pinned terms
 * @param source who asked for it
 * @param checkout null until Stripe has opened it
 * @param payment null until Stripe has confirmed it
 * @param paidAt with the payment
 * @param receiptNumber with the payment
 * @param lastError the latest reason why it is not paid, or why it failed
 * @param transactionId of the ledger, once the credits arrived
 * @param refunded of the price, given back after the credits arrived
 * @param expiresAt when the checkout ends
 * @param version grows with each change
 */
public record Purchase(
    PurchaseId id,
    String humanId,
    String agentId,
    Price price,
    PurchaseSource source,
    PurchaseStatus status,
    @Nullable Checkout checkout,
    @Nullable Payment payment,
    @Nullable Instant paidAt,
    @Nullable Long receiptNumber,
    @Nullable PaymentError lastError,
    @Nullable String transactionId,
    Usd refunded,
    Instant createdAt,
    Instant expiresAt,
    Instant changedAt,
    long version) {

  static Purchase quoted(
      PurchaseId id,
      String humanId,
      String agentId,
      Price price,
      PurchaseSource source,
      Instant now,
      Instant expiresAt) {
    return new Purchase(
        id,
        humanId,
        agentId,
        price,
        source,
        PurchaseStatus.AWAITING_PAYMENT,
        null,
        null,
        null,
        null,
        null,
        null,
        Usd.ZERO,
        now,
        expiresAt,
        now,
        1);
  }

  /** The next version, with another status and reason. */
  Purchase changed(PurchaseStatus next, @Nullable PaymentError error, Instant now) {
    return next(next, payment, paidAt, receiptNumber, error, transactionId, refunded, now);
  }

  Purchase opened(Checkout opened) {
    return new Purchase(
        id,
        humanId,
        agentId,
        price,
        source,
        status,
        opened,
        payment,
        paidAt,
        receiptNumber,
        lastError,
        transactionId,
        refunded,
        createdAt,
        expiresAt,
        changedAt,
        version);
  }

  Purchase paid(Payment taken, long receipt, Instant now) {
    return next(PurchaseStatus.PAID, taken, now, receipt, null, transactionId, refunded, now);
  }

  Purchase completed(String ledgerTransactionId, Instant now) {
    return next(
        PurchaseStatus.COMPLETED,
        payment,
        paidAt,
        receiptNumber,
        null,
        ledgerTransactionId,
        refunded,
        now);
  }

  /** The next version, with that much of the price given back in all. */
  Purchase returned(Usd inAll, @Nullable PaymentError reason, Instant now) {
    PurchaseStatus then = delivered(inAll);
    return next(then, payment, paidAt, receiptNumber, reason, transactionId, inAll, now);
  }

  /** Where a purchase stands whose credits arrived, by what was given back of it. */
  private PurchaseStatus delivered(Usd given) {
    if (given.isZero()) {
      return PurchaseStatus.COMPLETED;
    }
    return given.equals(price.amount())
        ? PurchaseStatus.REFUNDED
        : PurchaseStatus.PARTIALLY_REFUNDED;
  }

  private Purchase next(
      PurchaseStatus next,
      @Nullable Payment taken,
      @Nullable Instant takenAt,
      @Nullable Long receipt,
      @Nullable PaymentError error,
      @Nullable String posted,
      Usd given,
      Instant now) {
    return new Purchase(
        id,
        humanId,
        agentId,
        price,
        source,
        next,
        checkout,
        taken,
        takenAt,
        receipt,
        error,
        posted,
        given,
        createdAt,
        expiresAt,
        now,
        version + 1);
  }
}
