package dev.agora.ledger.reward;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.ledger.account.AgentId;
import dev.agora.money.Credits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/ledger/adjustments}: either an agent, a direction and an amount,
 * or the transaction to reverse.
 */
record AdjustmentRequest(
    @Nullable String agent,
    @Nullable Direction direction,
    @Nullable Credits amount,
    @Nullable String reverses,
    @NotBlank @Size(max = 500) String reason) {

  enum Direction {
    /** Gives to the agent, as promotional credits. */
    CREDIT,
    /** Takes from it. */
    DEBIT
  }

  /** What is wrong with the combination of its fields. */
  Optional<Problem> malformed() {
    Problem problem = Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.");
    Problem named = reverses == null ? missing(problem) : tooMuch(problem);
    return named.equals(problem) ? Optional.empty() : Optional.of(named);
  }

  private Problem missing(Problem sofar) {
    Problem problem = sofar;
    if (agent == null || AgentId.parse(agent).isEmpty()) {
      problem = problem.at("/agent", "names no agent");
    }
    if (direction == null) {
      problem = problem.at("/direction", "must not be null");
    }
    return amount == null ? problem.at("/amount", "must not be null") : problem;
  }

  private Problem tooMuch(Problem sofar) {
    String why = "follows from the transaction that is reversed";
    Problem problem = agent == null ? sofar : sofar.at("/agent", why);
    problem = direction == null ? problem : problem.at("/direction", why);
    return amount == null ? problem : problem.at("/amount", why);
  }
}
