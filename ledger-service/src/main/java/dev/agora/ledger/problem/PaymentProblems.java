package dev.agora.ledger.problem;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.LimitName;
import dev.agora.ledger.posting.Rejection;
import dev.agora.ledger.posting.Shortfall;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What somebody is told who wants to pay, now or later. */
public final class PaymentProblems {

  /**
   * The limit that refused.
   *
   * @param resetsAt null if it counts single payments
   */
  private record Limit(LimitName name, Credits max, Credits left, @Nullable Instant resetsAt) {}

  private PaymentProblems() {}

  public static Problem noPayee(String to) {
    return Problem.of(LedgerProblem.AGENT_NOT_FOUND, "There is no agent " + to + ".")
        .at("/to", "names no agent");
  }

  /** Why that agent may not pay that one. */
  public static Problem refusal(
      AgentId payer, AgentId payee, Rejection reason, @Nullable Grounds grounds) {
    return switch (reason) {
      case AGENT_UNKNOWN ->
          Problem.of(LedgerProblem.AGENT_NOT_FOUND, "The paying agent has no account.");
      case PAYEE_UNKNOWN -> noPayee(payee.value());
      case SAME_AGENT ->
          Problem.of(LedgerProblem.SAME_AGENT, "Name another agent to pay.")
              .at("/to", "is the paying agent itself");
      case AGENT_CLOSED ->
          Problem.of(LedgerProblem.AGENT_CLOSED, "A closed agent neither pays nor is paid.");
      case AGENT_FROZEN ->
          Problem.of(LedgerProblem.AGENT_FROZEN, "The paying agent is frozen.")
              .withRemedy("Its owner can unfreeze it.");
      case REFERENCE_USED ->
          Problem.of(
              LedgerProblem.REFERENCE_USED, "You have paid this agent with this reference before.");
      case NET_IS_ZERO ->
          Problem.of(LedgerProblem.AMOUNT_TOO_SMALL, "Nothing would arrive.")
              .at("/amount", "is no more than its fee");
      case COUNTERPARTY_NOT_ALLOWED -> counterparty(payer, payee);
      case LIMIT_EXCEEDED -> limit((Grounds.LimitReached) Objects.requireNonNull(grounds), payer);
      case INSUFFICIENT_CREDITS -> insufficient((Shortfall) Objects.requireNonNull(grounds));
      case UNCLAIMED_AGENT,
          SAME_OWNER,
          NOT_CONVERTIBLE,
          NOTHING_TO_REFUND,
          PURCHASE_UNKNOWN,
          HOLD_UNKNOWN,
          HOLD_ENDED,
          MORE_THAN_HELD,
          NOT_REVERSIBLE,
          NOT_ENOUGH_COLLECTED ->
          throw new IllegalStateException("no payment is refused with " + reason);
    };
  }

  /**
   * The problem as an answer, made without the request at hand.
   *
   * @param requestId of the request, if it is known
   */
  public static ResponseEntity<?> answer(Problem problem, @Nullable String requestId) {
    Map<String, Object> members = new LinkedHashMap<>(Problems.membersOf(problem));
    if (requestId != null) {
      members.put("instance", requestId);
    }
    return ResponseEntity.status(problem.code().status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(members);
  }

  private static Problem counterparty(AgentId payer, AgentId payee) {
    return Problem.of(
            LedgerProblem.COUNTERPARTY_NOT_ALLOWED,
            "The owner does not let the agent pay " + payee + ".")
        .withRemedy(ownerCanChange(payer));
  }

  private static Problem limit(Grounds.LimitReached reached, AgentId payer) {
    String name =
        switch (reached.name()) {
          case PER_PAYMENT -> "per-payment";
          case DAILY -> "daily";
          case MONTHLY -> "monthly";
        };
    return Problem.of(
            LedgerProblem.LIMIT_EXCEEDED,
            "The %s limit is %s credits; %s are left."
                .formatted(name, reached.max(), reached.left()))
        .withLimit(new Limit(reached.name(), reached.max(), reached.left(), reached.resets()))
        .withRemedy(ownerCanChange(payer));
  }

  private static String ownerCanChange(AgentId payer) {
    return "Its owner can change that: PUT /api/v1/agents/" + payer + "/limits.";
  }

  private static Problem insufficient(Shortfall shortfall) {
    return Problem.of(
            LedgerProblem.INSUFFICIENT_CREDITS,
            "%s credits are missing; %s are available."
                .formatted(shortfall.missing(), shortfall.available()))
        .withRemedy("The owner can buy credits: POST /api/v1/billing/purchase-credits.")
        .with("missing", shortfall.missing())
        .with("available", shortfall.available());
  }
}
