package dev.agora.ledger.transfer;

import dev.agora.http.problem.Problem;
import dev.agora.http.request.RequestId;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Wallet;
import dev.agora.ledger.problem.PaymentProblems;
import dev.agora.ledger.statement.Balance;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a payer is told. */
final class TransferAnswers {

  private TransferAnswers() {}

  /** The answer as a function that the writer's thread can run without the request at hand. */
  static Function<Outcome, ResponseEntity<?>> to(Posting.Transfer transfer) {
    String requestId = RequestId.current();
    return outcome ->
        switch (outcome) {
          case Outcome.Accepted accepted ->
              ResponseEntity.status(HttpStatus.CREATED).body(posted(accepted, transfer.payer()));
          case Outcome.AlreadyPosted(var transaction, var hold) ->
              ResponseEntity.status(HttpStatus.CREATED).body(Transfer.of(transaction, null));
          case Outcome.IdReusedWithOtherContent(var transaction) ->
              throw new IllegalStateException("a fresh id names " + transaction);
          case Outcome.Rejected(var reason, var grounds) ->
              PaymentProblems.answer(refusal(transfer, reason, grounds), requestId);
        };
  }

  private static Transfer posted(Outcome.Accepted accepted, AgentId payer) {
    Wallet after = Objects.requireNonNull(accepted.wallets().get(payer));
    return Transfer.of(accepted.transaction(), Balance.of(after, accepted.transaction().at()));
  }

  static Problem refusal(Posting.Transfer transfer, Rejection reason, @Nullable Grounds grounds) {
    return PaymentProblems.refusal(transfer.payer(), transfer.payee(), reason, grounds);
  }
}
