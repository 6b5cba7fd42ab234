package dev.agora.payout.clearance;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import dev.agora.payout.clearance.DecisionResult.Decided;
import dev.agora.payout.clearance.DecisionResult.NotWaiting;
import dev.agora.payout.clearance.DecisionResult.OwnMoney;
import dev.agora.payout.clearance.DecisionResult.Unknown;
import dev.agora.payout.conversion.ConversionAnswer;
import dev.agora.payout.conversion.ConversionProblems;
import org.springframework.http.ResponseEntity;

/** What came of deciding, as answers. */
final class DecisionAnswers {

  private DecisionAnswers() {}

  static ResponseEntity<?> of(DecisionResult result) {
    return switch (result) {
      case Decided(var conversion) -> ResponseEntity.ok(ConversionAnswer.of(conversion));
      case Unknown _ -> ConversionProblems.conversionUnknown();
      case OwnMoney _ ->
          Problems.answer(
              Problem.of(
                  PayoutProblem.SECOND_OPERATOR_NEEDED,
                  "It is your own money; somebody else looks."));
      case NotWaiting(var status) ->
          Problems.answer(
              Problem.of(
                  PayoutProblem.CONVERSION_NOT_WAITING,
                  "It is " + status + ", and nothing is to be decided of it now."));
    };
  }
}
