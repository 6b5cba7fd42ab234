package dev.agora.payout.returned;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.payout.PayoutProblem;
import dev.agora.payout.agent.AgentProblems;
import dev.agora.payout.conversion.ConversionProblems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Dollars that came back, for operators: two of them decide what becomes of each. */
@RestController
class ReturnController {

  private static final String PATH = "/api/v1/payouts/returned-transfers";

  private final ReturnedTransfers returned;
  private final DecideReturn decideReturn;

  ReturnController(ReturnedTransfers returned, DecideReturn decideReturn) {
    this.returned = returned;
    this.decideReturn = decideReturn;
  }

  /**
   * A word.
   *
   * @param agent who gets credits, where it is another agent of the owner
   * @param reason the owner reads it
   */
  record DecisionRequest(
      @NotNull ReturnOutcome outcome,
      @Nullable @Size(max = 64) String agent,
      @NotBlank @Size(max = 500) String reason) {}

  /** The same word of another operator. */
  record ApprovalRequest(@NotNull ReturnOutcome outcome) {}

  /** What operators see of it. */
  record ReturnForOperators(
      ReturnAnswer returned,
      String human,
      String reversal,
      @Nullable String requestedBy,
      @Nullable Instant requestedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt) {

    static ReturnForOperators of(ReturnedTransfer returned) {
      Verdict verdict = returned.verdict();
      return new ReturnForOperators(
          ReturnAnswer.of(returned),
          returned.humanId(),
          returned.reversalId(),
          verdict == null ? null : verdict.requestedBy(),
          verdict == null ? null : verdict.requestedAt(),
          verdict == null ? null : verdict.approvedBy(),
          verdict == null ? null : verdict.approvedAt());
    }
  }

  @GetMapping(PATH)
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<ReturnForOperators> list(PageRequest page) {
    Page<ReturnedTransfer> open = page.pageOf(returned.open(page), it -> it.id().value());
    return new Page<>(
        open.items().stream().map(ReturnForOperators::of).toList(), open.nextCursor());
  }

  @PostMapping(PATH + "/{id}/decision")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> ask(
      Caller caller, @PathVariable String id, @Valid @RequestBody DecisionRequest request) {
    return answer(
        decideReturn.ask(
            id, caller.id(), request.outcome(), request.agent(), request.reason().strip()),
        HttpStatus.ACCEPTED);
  }

  @PostMapping(PATH + "/{id}/decision/approve")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> approve(
      Caller caller, @PathVariable String id, @Valid @RequestBody ApprovalRequest request) {
    return answer(decideReturn.approve(id, caller.id(), request.outcome()), HttpStatus.OK);
  }

  private static ResponseEntity<?> answer(DecideReturnResult result, HttpStatus done) {
    return switch (result) {
      case DecideReturnResult.Noted(var noted) ->
          ResponseEntity.status(done).body(ReturnForOperators.of(noted));
      case DecideReturnResult.Unknown _ ->
          Problems.answer(
              Problem.of(PayoutProblem.RETURN_UNKNOWN, "Nothing of that id has come back."));
      case DecideReturnResult.OwnMoney _ -> second("It is your own money; somebody else looks.");
      case DecideReturnResult.SameOperator _ ->
          second("Who says what becomes of it can not approve it, too.");
      case DecideReturnResult.NotWaiting(var other) ->
          Problems.answer(
              Problem.of(PayoutProblem.RETURN_NOT_WAITING, standing(other))
                  .with("status", other.status()));
      case DecideReturnResult.AgentUnknown _ -> AgentProblems.ofOwner();
      case DecideReturnResult.AgentClosed _ -> AgentProblems.closed();
      case DecideReturnResult.AccountRequired(var status) ->
          ConversionProblems.accountRequired(status);
      case DecideReturnResult.DestinationRests(var until) ->
          ConversionProblems.destinationRests(until);
    };
  }

  private static ResponseEntity<?> second(String detail) {
    return Problems.answer(Problem.of(PayoutProblem.SECOND_OPERATOR_NEEDED, detail));
  }

  private static String standing(ReturnedTransfer returned) {
    Verdict verdict = returned.verdict();
    return verdict == null
        ? "It is " + returned.status() + "."
        : "It is " + returned.status() + ", with " + verdict.outcome() + ".";
  }
}
