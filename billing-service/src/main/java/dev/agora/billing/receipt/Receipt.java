package dev.agora.billing.receipt;

import dev.agora.billing.purchase.Payment;
import dev.agora.billing.purchase.Purchase;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.Optional;

/**
 * What was paid, for whoever paid it.
 *
 * @param number grows with each payment; gaps mean nothing
 * @param buyer the person's name, or id where the name is not known
 * @param feeUsd the platform's part of the price, not on top of it
 * @param taxUsd on top of the price
 * @param totalUsd price and tax
 * @param refundedUsd of the price, given back later
 */
record Receipt(
    String number,
    String purchase,
    Instant paidAt,
    String buyer,
    String agent,
    Credits credits,
    Credits bonusCredits,
    Usd priceUsd,
    Usd feeUsd,
    int feeBps,
    Usd taxUsd,
    Usd totalUsd,
    Usd refundedUsd) {

  /** Empty before the payment. */
  static Optional<Receipt> of(Purchase purchase, String buyer) {
    Payment payment = purchase.payment();
    Instant paidAt = purchase.paidAt();
    Long number = purchase.receiptNumber();
    if (payment == null || paidAt == null || number == null) {
      return Optional.empty();
    }
    Usd price = purchase.price().amount();
    return Optional.of(
        new Receipt(
            "AG-%08d".formatted(number),
            purchase.id().value(),
            paidAt,
            buyer,
            purchase.agentId(),
            purchase.price().credits(),
            purchase.price().bonus(),
            price,
            purchase.price().fee(),
            purchase.price().feeBps(),
            payment.tax(),
            price.plus(payment.tax()),
            purchase.refunded()));
  }
}
