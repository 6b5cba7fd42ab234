package dev.agora.marketplace.kafka;

import dev.agora.marketplace.subscription.FollowPayment;
import dev.agora.marketplace.subscription.SubscriptionId;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import dev.agora.money.Credits;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the subscription in step with the saga of its month. */
@Component
class PeriodSagaObserver implements SagaObserver<PeriodSagaData> {

  // Looked up late: a subscription's changes need the sagas, and the sagas their observers.
  private final ObjectProvider<FollowPayment> payments;

  PeriodSagaObserver(ObjectProvider<FollowPayment> payments) {
    this.payments = payments;
  }

  @Override
  public SagaDefinition<PeriodSagaData> definition() {
    return PeriodSaga.DEFINITION;
  }

  @Override
  public void changed(SagaChange<PeriodSagaData> change) {
    switch (change.status()) {
      case COMPLETED -> paid(change.data());
      case COMPENSATED -> refused(change);
      // Between two ends, or with an operator: the subscription stands still.
      case RUNNING, COMPENSATING, PARKED -> {}
    }
  }

  private void paid(PeriodSagaData data) {
    HoldSettled posted = Objects.requireNonNull(data.posted(), "paid without the ledger's answer");
    payments
        .getObject()
        .paid(
            new SubscriptionId(data.subscriptionId()),
            data.holdId(),
            Credits.parse(posted.net()),
            Credits.parse(posted.fee()));
  }

  private void refused(SagaChange<PeriodSagaData> change) {
    PeriodSagaData data = change.data();
    String missing = data.missing();
    payments
        .getObject()
        .refused(
            new SubscriptionId(data.subscriptionId()),
            data.holdId(),
            change.reason().orElse("not_paid"),
            missing == null ? null : Credits.parse(missing));
  }
}
