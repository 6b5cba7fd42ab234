package dev.agora.ledger.hold;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.http.request.RequestId;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Hold;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.PlainHold;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.ledger.problem.PaymentProblems;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What the sides of a hold are told. */
final class HoldAnswers {

  private HoldAnswers() {}

  /**
   * The answer as a function that the writer's thread can run without the request at hand.
   *
   * @param created where the new hold is found; null if the posting makes none
   */
  static Function<Outcome, ResponseEntity<?>> to(PlainHold posting, @Nullable URI created) {
    String requestId = RequestId.current();
    return outcome ->
        switch (outcome) {
          case Outcome.Accepted accepted -> answer(accepted.hold(), created);
          case Outcome.AlreadyPosted(var transaction, var hold) -> answer(hold, created);
          case Outcome.IdReusedWithOtherContent(var transaction) ->
              throw new IllegalStateException("a fresh id names " + transaction);
          case Outcome.Rejected(var reason, var grounds) ->
              PaymentProblems.answer(refusal(posting, reason, grounds), requestId);
        };
  }

  static ResponseEntity<?> notFound() {
    return Problems.answer(
        Problem.of(
            LedgerProblem.HOLD_NOT_FOUND,
            "There is no such hold of yours; only its payee captures or releases it."));
  }

  static Problem noPayee(String to) {
    return PaymentProblems.noPayee(to);
  }

  private static ResponseEntity<?> answer(@Nullable Hold hold, @Nullable URI created) {
    HoldView view = HoldView.of(Objects.requireNonNull(hold));
    return created == null ? ResponseEntity.ok(view) : ResponseEntity.created(created).body(view);
  }

  private static Problem refusal(PlainHold posting, Rejection reason, @Nullable Grounds grounds) {
    return switch (reason) {
      case HOLD_UNKNOWN -> Problem.of(LedgerProblem.HOLD_NOT_FOUND, "There is no such hold.");
      case HOLD_ENDED ->
          Problem.of(LedgerProblem.HOLD_ENDED, "It was captured, released, or has expired.");
      case MORE_THAN_HELD ->
          Problem.of(LedgerProblem.MORE_THAN_HELD, "Capture no more than is left.")
              .at("/amount", "is more than is left of the hold");
      default ->
          PaymentProblems.refusal(
              posting.payer(), Objects.requireNonNull(posting.payee()), reason, grounds);
    };
  }
}
