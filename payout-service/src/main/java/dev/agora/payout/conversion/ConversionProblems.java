package dev.agora.payout.conversion;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import dev.agora.payout.cap.CapLimit;
import dev.agora.payout.destination.PayoutAccountStatus;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** The ways in which a conversion is refused, as answers. */
public final class ConversionProblems {

  private static final String ONBOARDING = "/api/v1/payouts/account";

  private ConversionProblems() {}

  static ResponseEntity<?> quoteNotValid() {
    return Problems.answer(
        Problem.of(PayoutProblem.QUOTE_NOT_VALID, "Ask for a new one, or leave it out.")
            .at("/quote", "is unknown, expired, or of another agent or amount"));
  }

  public static ResponseEntity<?> accountRequired(PayoutAccountStatus status) {
    return Problems.answer(
        Problem.of(
                PayoutProblem.PAYOUT_ACCOUNT_REQUIRED,
                "The owner's payout account is " + status + ".")
            .withRemedy("The owner sets it up: POST " + ONBOARDING)
            .with("payoutAccount", status)
            .with("onboarding", ONBOARDING));
  }

  public static ResponseEntity<?> destinationRests(Instant until) {
    return Problems.answer(
        Problem.of(
                PayoutProblem.PAYOUT_DESTINATION_RESTS,
                "The owner changed where dollars go; nothing goes there before " + until + ".")
            .withRemedy("Wait until then.")
            .with("restsUntil", until));
  }

  static ResponseEntity<?> capExceeded(CapLimit limit) {
    return Problems.answer(
        Problem.of(
                PayoutProblem.CONVERSION_CAP_EXCEEDED,
                limit.left() + " credits are left of this month's cap.")
            .withLimit(limit));
  }

  public static ResponseEntity<?> conversionUnknown() {
    return Problems.answer(
        Problem.of(PayoutProblem.CONVERSION_UNKNOWN, "You have no conversion of that id."));
  }

  /** The ledger's refusals, which are told at once; empty for what happened later. */
  static Optional<ResponseEntity<?>> ofLedger(Rejection rejection) {
    Problem problem =
        switch (rejection.code()) {
          case "not_convertible", "insufficient_credits" -> {
            Problem refused = Problem.of(PayoutProblem.NOT_CONVERTIBLE, rejection.message());
            yield rejection.convertible() == null
                ? refused
                : refused.with("convertible", rejection.convertible());
          }
          case "agent_frozen" -> Problem.of(PayoutProblem.AGENT_FROZEN, rejection.message());
          case "agent_closed", "agent_unknown" ->
              Problem.of(PayoutProblem.AGENT_CLOSED, rejection.message());
          default -> null;
        };
    return problem == null ? Optional.empty() : Optional.of(Problems.answer(problem));
  }
}
