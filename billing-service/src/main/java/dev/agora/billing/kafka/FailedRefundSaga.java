package dev.agora.billing.kafka;

import static java.util.Objects.requireNonNull;

import dev.agora.billing.refund.Refund;
import dev.agora.messaging.saga.SagaChange;
import dev.agora.messaging.saga.SagaDefinition;
import dev.agora.messaging.saga.SagaObserver;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * A refund that Stripe called done and took back later. The credits are gone and the card has no
 * money, so the saga has one step, which nothing but an operator ends: it is parked at once, where
 * operators look.
 */
@Component
class FailedRefundSaga implements SagaObserver<FailedRefundSaga.Data> {

  private static final String PAY = "pay-by-other-means";

  static final SagaDefinition<Data> DEFINITION =
      SagaDefinition.saga("failed-refund", 1, Data.class)
          .pivot(PAY)
          .awaiting(Duration.ofSeconds(1))
          .build();

  /** What an operator needs; decimals as the wire has them. */
  record Data(
      String refundId, String purchaseId, String humanId, String agentId, String refundUsd) {

    static Data of(Refund refund) {
      return new Data(
          refund.id().value(),
          refund.purchaseId().value(),
          refund.humanId(),
          refund.agentId(),
          requireNonNull(refund.figures()).amount().toString());
    }
  }

  @Override
  public SagaDefinition<Data> definition() {
    return DEFINITION;
  }

  /** Nothing follows: what the operator did is in the saga's history. */
  @Override
  public void changed(SagaChange<Data> change) {}
}
