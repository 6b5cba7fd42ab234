package dev.agora.marketplace.kafka;

import org.jspecify.annotations.Nullable;

/**
 * What the saga of a subscription's month remembers; amounts are decimal texts.
 *
 * @param subscriptionId of the subscription
 * @param periodId of the month
 * @param holdId names what this attempt holds
 * @param buyer who pays
 * @param seller who is paid
 * @param price of the month
 * @param feeBps the platform's rate, pinned by the month
 * @param missing how much the buyer lacked; null if that was not the reason of a refusal
 * @param posted what the ledger says it did; null until then
 */
record PeriodSagaData(
    String subscriptionId,
    String periodId,
    String holdId,
    String buyer,
    String seller,
    String price,
    int feeBps,
    @Nullable String missing,
    @Nullable HoldSettled posted) {

  PeriodSagaData lacking(@Nullable String amount) {
    return new PeriodSagaData(
        subscriptionId, periodId, holdId, buyer, seller, price, feeBps, amount, posted);
  }

  PeriodSagaData posted(HoldSettled answer) {
    return new PeriodSagaData(
        subscriptionId, periodId, holdId, buyer, seller, price, feeBps, missing, answer);
  }
}
