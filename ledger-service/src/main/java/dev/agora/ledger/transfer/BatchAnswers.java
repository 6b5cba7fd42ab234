package dev.agora.ledger.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.agora.http.problem.Problem;
import dev.agora.http.request.RequestId;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.ledger.problem.PaymentProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What a payer of many is told. */
final class BatchAnswers {

  /** What became of one payment; either the payment or the problem is there. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(int index, Status status, @Nullable Transfer transfer, @Nullable Problem problem) {}

  enum Status {
    POSTED,
    REJECTED
  }

  record Results(List<Result> results) {}

  private BatchAnswers() {}

  /**
   * The answer as a function that the writer's thread can run without the request at hand.
   *
   * @param payees as the request named them
   */
  static Function<List<Outcome>, ResponseEntity<?>> to(
      List<Posting.Transfer> transfers, List<String> payees, boolean atomic) {
    String requestId = RequestId.current();
    return outcomes -> {
      List<Result> results = new ArrayList<>(outcomes.size());
      for (int index = 0; index < outcomes.size(); index++) {
        results.add(result(index, transfers.get(index), payees.get(index), outcomes.get(index)));
      }
      List<Result> rejected =
          results.stream().filter(one -> one.status() == Status.REJECTED).toList();
      return atomic && !rejected.isEmpty()
          ? PaymentProblems.answer(noneOf(rejected), requestId)
          : ResponseEntity.ok(new Results(results));
    };
  }

  private static Result result(
      int index, Posting.Transfer transfer, String payee, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          new Result(index, Status.POSTED, Transfer.of(accepted.transaction(), null), null);
      case Outcome.AlreadyPosted(var transaction, var hold) ->
          new Result(index, Status.POSTED, Transfer.of(transaction, null), null);
      case Outcome.IdReusedWithOtherContent(var transaction) ->
          throw new IllegalStateException("a fresh id names " + transaction);
      case Outcome.Rejected(var reason, var grounds) -> {
        Problem problem =
            reason == Rejection.PAYEE_UNKNOWN
                ? PaymentProblems.noPayee(payee)
                : TransferAnswers.refusal(transfer, reason, grounds);
        yield new Result(index, Status.REJECTED, null, within(problem, index));
      }
    };
  }

  /** Points into the whole request. */
  private static Problem within(Problem problem, int index) {
    List<Problem.FieldError> errors =
        problem.errors().stream()
            .map(
                error ->
                    new Problem.FieldError("/transfers/" + index + error.pointer(), error.detail()))
            .toList();
    return new Problem(
        problem.code(),
        problem.detail(),
        errors,
        problem.limit(),
        problem.remedy(),
        problem.more());
  }

  private static Problem noneOf(List<Result> rejected) {
    Problem all =
        Problem.of(
            LedgerProblem.BATCH_REJECTED,
            "%d of the payments would be refused, so none was made.".formatted(rejected.size()));
    for (Result one : rejected) {
      Problem problem = one.problem();
      if (problem != null) {
        all = all.at("/transfers/" + one.index(), problem.code().code() + ": " + problem.detail());
      }
    }
    return all;
  }
}
