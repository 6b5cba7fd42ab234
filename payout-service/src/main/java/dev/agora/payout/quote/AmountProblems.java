package dev.agora.payout.quote;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import dev.agora.payout.PayoutProblem;
import org.springframework.http.ResponseEntity;

/** Why an amount does not convert, as answers. */
public final class AmountProblems {

  private AmountProblems() {}

  public static ResponseEntity<?> notInTenths() {
    return Problems.answer(
        Problem.of(PayoutProblem.CREDITS_NOT_IN_TENTHS, "A tenth of a credit is a cent.")
            .at("/credits", "must be a multiple of 0.1"));
  }

  public static ResponseEntity<?> tooSmall(Credits min) {
    return Problems.answer(
        Problem.of(PayoutProblem.CONVERSION_TOO_SMALL, "Convert at least " + min + " credits.")
            .at("/credits", "must be at least " + min)
            .with("min", min));
  }
}
