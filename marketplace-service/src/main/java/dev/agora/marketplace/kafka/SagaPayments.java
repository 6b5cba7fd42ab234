package dev.agora.marketplace.kafka;

import dev.agora.marketplace.subscription.Payments;
import dev.agora.marketplace.subscription.Period;
import dev.agora.marketplace.subscription.Plan;
import dev.agora.marketplace.subscription.Subscription;
import dev.agora.messaging.saga.Sagas;
import org.springframework.stereotype.Component;

/** Pays for months by a saga for each attempt. */
@Component
class SagaPayments implements Payments {

  private final Sagas sagas;

  SagaPayments(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void ask(Subscription subscription) {
    Plan plan = subscription.plan();
    Period period = subscription.period();
    sagas.start(
        PeriodSaga.DEFINITION,
        period.id() + "/" + period.attempt(),
        new PeriodSagaData(
            subscription.id().value(),
            period.id().value(),
            period.holdId(),
            plan.buyer().value(),
            plan.seller().value(),
            period.price().toString(),
            period.fee().basisPoints(),
            null,
            null));
  }
}
