package dev.agora.marketplace.kafka;

import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.Deal;
import dev.agora.marketplace.refund.RefundPayments;
import dev.agora.messaging.saga.Sagas;
import org.springframework.stereotype.Component;

/** Gives back by a saga for each refund. */
@Component
class SagaRefundPayments implements RefundPayments {

  private final Sagas sagas;

  SagaRefundPayments(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void ask(Deal deal, Adjustment adjustment) {
    GiveBack refund =
        new GiveBack(
            adjustment.id().value(),
            deal.holdId(),
            adjustment.order().value(),
            deal.buyer().value(),
            deal.seller().value(),
            adjustment.amount().toString(),
            deal.fee().basisPoints());
    sagas.start(
        RefundSaga.DEFINITION, adjustment.id().value(), new RefundSagaData(refund, null, null));
  }
}
