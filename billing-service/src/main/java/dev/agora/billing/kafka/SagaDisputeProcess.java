package dev.agora.billing.kafka;

import dev.agora.billing.dispute.Dispute;
import dev.agora.billing.dispute.DisputeProcess;
import dev.agora.billing.dispute.Verdict;
import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import dev.agora.money.Usd;
import org.springframework.stereotype.Component;

/** The process of a dispute is a saga. */
@Component
class SagaDisputeProcess implements DisputeProcess {

  private final Sagas sagas;

  SagaDisputeProcess(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void start(Dispute dispute) {
    sagas.start(DisputeSaga.DEFINITION, dispute.id().value(), DisputeSaga.Data.of(dispute));
  }

  @Override
  public boolean decided(Dispute dispute, Verdict verdict, Usd fee) {
    return resolve(dispute, Reply.success(new DisputeSaga.Decided(verdict.name(), fee.toString())));
  }

  @Override
  public boolean handOver(Dispute dispute, String reason) {
    return resolve(dispute, Reply.refusal(reason));
  }

  private boolean resolve(Dispute dispute, Reply decision) {
    return sagas.resolve(
        DisputeSaga.DEFINITION, dispute.id().value(), DisputeSaga.VERDICT, decision);
  }
}
