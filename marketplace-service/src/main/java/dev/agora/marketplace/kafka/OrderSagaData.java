package dev.agora.marketplace.kafka;

import org.jspecify.annotations.Nullable;

/**
 * What the order's saga remembers; amounts are decimal texts.
 *
 * @param orderId of the order, or of the budget
 * @param holdId names the escrow
 * @param buyer who pays
 * @param seller who is paid
 * @param price what is held
 * @param feeBps the platform's rate, pinned by the order
 * @param sellerGross what is released to the seller; null until decided
 * @param refusal why the ledger refused, or why the order gave up; null without
 * @param missing how much the buyer lacked; null if that was not the reason
 * @param posted what the ledger says it did; null until then
 */
record OrderSagaData(
    String orderId,
    String holdId,
    String buyer,
    String seller,
    String price,
    int feeBps,
    @Nullable String sellerGross,
    @Nullable String refusal,
    @Nullable String missing,
    @Nullable HoldSettled posted) {

  OrderSagaData refused(String code, @Nullable String lacking) {
    return new OrderSagaData(
        orderId, holdId, buyer, seller, price, feeBps, sellerGross, code, lacking, posted);
  }

  OrderSagaData decided(String gross) {
    return new OrderSagaData(
        orderId, holdId, buyer, seller, price, feeBps, gross, refusal, missing, posted);
  }

  OrderSagaData posted(HoldSettled answer) {
    return new OrderSagaData(
        orderId, holdId, buyer, seller, price, feeBps, sellerGross, refusal, missing, answer);
  }
}
