package dev.agora.payout.kafka;

import dev.agora.messaging.inbox.Reply;
import dev.agora.messaging.saga.Sagas;
import dev.agora.payout.kafka.ReturnCommands.Decided;
import dev.agora.payout.quote.Terms;
import dev.agora.payout.returned.ReturnProcess;
import dev.agora.payout.returned.ReturnedTransfer;
import dev.agora.payout.returned.Verdict;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The process of dollars that came back is a saga. */
@Component
class SagaReturnProcess implements ReturnProcess {

  private final Sagas sagas;

  SagaReturnProcess(Sagas sagas) {
    this.sagas = sagas;
  }

  @Override
  public void start(ReturnedTransfer found) {
    sagas.start(ReturnSaga.DEFINITION, found.id().value(), ReturnSaga.Data.of(found));
  }

  @Override
  public void decided(ReturnedTransfer settling) {
    Reply decision = Reply.success(toWire(settling));
    if (!sagas.resolve(ReturnSaga.DEFINITION, settling.id().value(), ReturnSaga.DECIDE, decision)) {
      throw new IllegalStateException(settling.id() + " does not wait for a decision");
    }
  }

  private static Decided toWire(ReturnedTransfer settling) {
    Verdict.Credited credited = Objects.requireNonNull(settling.verdict()).credited();
    if (credited == null) {
      return Decided.kept(settling.agentId());
    }
    Terms terms = credited.terms();
    return Decided.credits(credited.agentId(), terms.gross().toString(), terms.fee().toString());
  }
}
