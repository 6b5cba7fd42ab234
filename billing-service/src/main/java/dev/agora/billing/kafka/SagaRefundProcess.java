package dev.agora.billing.kafka;

import dev.agora.billing.refund.Refund;
import dev.agora.billing.refund.RefundProcess;
import dev.agora.messaging.saga.Sagas;
import org.springframework.stereotype.Component;

/** The process of a refund is a saga. */
@Component
class SagaRefundProcess implements RefundProcess {

  private final Sagas sagas;

  SagaRefundProcess(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void start(Refund refund) {
    sagas.start(RefundSaga.DEFINITION, refund.id().value(), RefundSaga.Data.of(refund));
  }

  @Override
  public void handOver(Refund refund) {
    sagas.start(FailedRefundSaga.DEFINITION, refund.id().value(), FailedRefundSaga.Data.of(refund));
  }
}
