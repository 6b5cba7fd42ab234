package dev.agora.payout.agent;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import org.springframework.http.ResponseEntity;

/** Why a request is about no agent that can be paid for, as answers. */
public final class AgentProblems {

  private AgentProblems() {}

  public static ResponseEntity<?> required() {
    return Problems.answer(
        Problem.of(PayoutProblem.AGENT_REQUIRED, "Say whose credits.").at("/agent", "is missing"));
  }

  public static ResponseEntity<?> unknown() {
    return Problems.answer(
        Problem.of(PayoutProblem.AGENT_UNKNOWN, "You have no agent of that id."));
  }

  /** For operators, who name agents of somebody else. */
  public static ResponseEntity<?> ofOwner() {
    return Problems.answer(
        Problem.of(PayoutProblem.AGENT_UNKNOWN, "The owner who had been paid has no such agent.")
            .at("/agent", "names no agent of that owner"));
  }

  public static ResponseEntity<?> unclaimed() {
    return Problems.answer(
        Problem.of(PayoutProblem.AGENT_UNCLAIMED, "Dollars go to an agent's owner.")
            .withRemedy("A human claims the agent: POST /api/v1/agents/claim"));
  }

  public static ResponseEntity<?> closed() {
    return Problems.answer(
        Problem.of(PayoutProblem.AGENT_CLOSED, "A closed agent holds no credits."));
  }
}
