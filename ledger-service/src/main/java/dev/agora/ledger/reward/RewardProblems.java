package dev.agora.ledger.reward;

import dev.agora.http.problem.Problem;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.problem.LedgerProblem;
import dev.agora.money.Credits;

/** What operators are told. */
final class RewardProblems {

  private RewardProblems() {}

  static Problem insolvent(Credits free) {
    return Problem.of(
            LedgerProblem.WOULD_BE_INSOLVENT,
            "The cash held for customers would not cover all credits after it and after refunds.")
        .with("free", free);
  }

  static Problem refusal(Rejection reason) {
    return switch (reason) {
      case AGENT_UNKNOWN -> Problem.of(LedgerProblem.AGENT_NOT_FOUND, "There is no such agent.");
      case AGENT_CLOSED ->
          Problem.of(LedgerProblem.AGENT_CLOSED, "A closed agent neither pays nor is paid.");
      case INSUFFICIENT_CREDITS ->
          Problem.of(LedgerProblem.INSUFFICIENT_CREDITS, "The agent has not as many.");
      case NOT_ENOUGH_COLLECTED ->
          Problem.of(
              LedgerProblem.NOT_ENOUGH_COLLECTED,
              "The platform has not collected, or not set aside for rewards, as much.");
      default -> throw new IllegalStateException("no operation is refused with " + reason);
    };
  }
}
