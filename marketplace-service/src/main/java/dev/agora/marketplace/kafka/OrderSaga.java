package dev.agora.marketplace.kafka;

import dev.agora.messaging.saga.CommandType;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaDefinition;
import java.time.Duration;
import java.util.Objects;

/**
 * The funds of an order: held, kept until the order has decided, then settled or given back.
 *
 * <p>The pivot waits for the order's state machine, whose own timers end every order; the year is
 * for a dispute that nobody rules.
 */
final class OrderSaga {

  static final String FUND = "fund";
  static final String FULFIL = "fulfil";
  static final String SETTLE = "settle";

  private static final String LEDGER = "ledger.commands.v1";

  private static final CommandType<PlaceHold> PLACE_HOLD =
      new CommandType<>(LEDGER, "ledger.place-hold", 1, PlaceHold.class, PlaceHold::agentId);
  private static final CommandType<ReleaseHold> RELEASE_HOLD =
      new CommandType<>(LEDGER, "ledger.release-hold", 1, ReleaseHold.class, ReleaseHold::agentId);
  private static final CommandType<SettleHold> SETTLE_HOLD =
      new CommandType<>(LEDGER, "ledger.settle-hold", 1, SettleHold.class, SettleHold::agentId);

  static final SagaDefinition<OrderSagaData> DEFINITION = escrow("order");

  /** The same for what a buyer sets aside for calls. */
  static final SagaDefinition<OrderSagaData> BUDGET = escrow("budget");

  private OrderSaga() {}

  private static SagaDefinition<OrderSagaData> escrow(String name) {
    return SagaDefinition.saga(name, 1, OrderSagaData.class)
        .compensatable(FUND)
        .command(PLACE_HOLD, OrderSaga::placeHold)
        .onReply(OrderSaga::funded)
        .undo(RELEASE_HOLD, OrderSaga::releaseHold)
        .pivot(FULFIL)
        .awaiting(Duration.ofDays(365))
        .onReply(OrderSaga::decided)
        .retriable(SETTLE)
        .command(SETTLE_HOLD, OrderSaga::settleHold)
        .onReply(OrderSaga::settled)
        .build();
  }

  static PlaceHold placeHold(OrderSagaData data) {
    return new PlaceHold(
        data.holdId(), "ORDER", data.buyer(), data.seller(), data.price(), data.orderId());
  }

  static ReleaseHold releaseHold(OrderSagaData data) {
    String reason = data.refusal();
    return new ReleaseHold(
        data.holdId(), data.buyer(), "order " + (reason == null ? "given up" : reason));
  }

  static SettleHold settleHold(OrderSagaData data) {
    return new SettleHold(
        data.holdId(),
        data.buyer(),
        data.seller(),
        Objects.requireNonNull(data.sellerGross(), "settled before it was decided"),
        data.feeBps(),
        data.orderId());
  }

  static OrderSagaData funded(OrderSagaData data, ReplyMessage reply) {
    return reply
        .refusalCode()
        .map(code -> data.refused(code, reply.payload(HoldRefused.class).missing()))
        .orElse(data);
  }

  static OrderSagaData decided(OrderSagaData data, ReplyMessage reply) {
    return reply
        .refusalCode()
        .map(code -> data.refused(code, null))
        .orElseGet(() -> data.decided(reply.payload(Decision.class).sellerGross()));
  }

  static OrderSagaData settled(OrderSagaData data, ReplyMessage reply) {
    return reply.isSuccess() ? data.posted(reply.payload(HoldSettled.class)) : data;
  }
}
