package dev.agora.marketplace.kafka;

import dev.agora.messaging.saga.CommandType;
import dev.agora.messaging.saga.ReplyMessage;
import dev.agora.messaging.saga.SagaDefinition;

/**
 * What a seller gives back of a settled order: one posting of the ledger, which does all of it or
 * refuses. Silence is asked again and then left to an operator, since it may have happened.
 */
final class RefundSaga {

  static final String GIVE_BACK = "give-back";

  private static final CommandType<GiveBack> REFUND_ORDER =
      new CommandType<>(
          "ledger.commands.v1", "ledger.refund-order", 1, GiveBack.class, GiveBack::sellerId);

  static final SagaDefinition<RefundSagaData> DEFINITION =
      SagaDefinition.saga("order-refund", 1, RefundSagaData.class)
          .pivot(GIVE_BACK)
          .command(REFUND_ORDER, RefundSagaData::refund)
          .onReply(RefundSaga::answered)
          .build();

  private RefundSaga() {}

  static RefundSagaData answered(RefundSagaData data, ReplyMessage reply) {
    return reply.isSuccess()
        ? new RefundSagaData(data.refund(), null, reply.payload(GivenBack.class))
        : new RefundSagaData(data.refund(), reply.payload(HoldRefused.class).missing(), null);
  }
}
