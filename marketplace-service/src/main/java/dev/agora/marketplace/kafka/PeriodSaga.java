package dev.agora.marketplace.kafka;

import dev.agora.messaging.saga.CommandType;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaDefinition;

/**
 * The payment for one month of a subscription: held, so that a buyer who can not pay is known
 * before anything moves, then paid to the seller at once. Each attempt is an instance of its own.
 */
final class PeriodSaga {

  static final String HOLD = "hold";
  static final String PAY = "pay";

  private static final String LEDGER = "ledger.commands.v1";

  private static final CommandType<PlaceHold> PLACE_HOLD =
      new CommandType<>(LEDGER, "ledger.place-hold", 1, PlaceHold.class, PlaceHold::agentId);
  private static final CommandType<ReleaseHold> RELEASE_HOLD =
      new CommandType<>(LEDGER, "ledger.release-hold", 1, ReleaseHold.class, ReleaseHold::agentId);
  private static final CommandType<SettleHold> SETTLE_HOLD =
      new CommandType<>(LEDGER, "ledger.settle-hold", 1, SettleHold.class, SettleHold::agentId);

  static final SagaDefinition<PeriodSagaData> DEFINITION =
      SagaDefinition.saga("subscription-period", 1, PeriodSagaData.class)
          .compensatable(HOLD)
          .command(PLACE_HOLD, PeriodSaga::placeHold)
          .onReply(PeriodSaga::held)
          .undo(RELEASE_HOLD, PeriodSaga::releaseHold)
          .pivot(PAY)
          .command(SETTLE_HOLD, PeriodSaga::settleHold)
          .onReply(PeriodSaga::paid)
          .build();

  private PeriodSaga() {}

  static PlaceHold placeHold(PeriodSagaData data) {
    return new PlaceHold(
        data.holdId(), "ORDER", data.buyer(), data.seller(), data.price(), data.periodId());
  }

  static ReleaseHold releaseHold(PeriodSagaData data) {
    return new ReleaseHold(data.holdId(), data.buyer(), "the month is not paid");
  }

  static SettleHold settleHold(PeriodSagaData data) {
    return new SettleHold(
        data.holdId(), data.buyer(), data.seller(), data.price(), data.feeBps(), data.periodId());
  }

  static PeriodSagaData held(PeriodSagaData data, ReplyMessage reply) {
    return reply.isSuccess() ? data : data.lacking(reply.payload(HoldRefused.class).missing());
  }

  static PeriodSagaData paid(PeriodSagaData data, ReplyMessage reply) {
    return reply.isSuccess() ? data.posted(reply.payload(HoldSettled.class)) : data;
  }
}
