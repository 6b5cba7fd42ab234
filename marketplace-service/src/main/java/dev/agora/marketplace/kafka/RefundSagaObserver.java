package dev.agora.marketplace.kafka;

import dev.agora.marketplace.order.Adjustment;
import dev.agora.marketplace.order.RefundId;
import dev.agora.marketplace.refund.FollowRefund;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.money.Credits;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the order in step with the saga of a refund. */
@Component
class RefundSagaObserver implements SagaObserver<RefundSagaData> {

  // Looked up late: a refund needs the sagas, and the sagas their observers.
  private final ObjectProvider<FollowRefund> refunds;

  RefundSagaObserver(ObjectProvider<FollowRefund> refunds) {
    this.refunds = refunds;
  }

  @Override
  public SagaDefinition<RefundSagaData> definition() {
    return RefundSaga.DEFINITION;
  }

  @Override
  public void changed(SagaChange<RefundSagaData> change) {
    RefundId id = new RefundId(change.data().refund().refundId());
    switch (change.status()) {
      case COMPLETED -> refunds.getObject().posted(id, posted(change.data()));
      case COMPENSATED -> refunds.getObject().refused(id, refused(change));
      // Between two ends, or with an operator: the refund stands still.
      case RUNNING, COMPENSATING, PARKED -> {}
    }
  }

  private static Adjustment.Posted posted(RefundSagaData data) {
    GivenBack answer = Objects.requireNonNull(data.posted(), "posted without an answer");
    return new Adjustment.Posted(
        Credits.parse(answer.toBuyer()),
        Credits.parse(answer.fromSeller()),
        Credits.parse(answer.feeReturned()));
  }

  private static Adjustment.Refused refused(SagaChange<RefundSagaData> change) {
    String missing = change.data().missing();
    return new Adjustment.Refused(
        change.reason().orElse("refused"), missing == null ? null : Credits.parse(missing));
  }
}
