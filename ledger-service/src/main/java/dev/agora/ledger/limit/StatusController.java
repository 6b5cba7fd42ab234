package dev.agora.ledger.limit;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.agent.OwnedAgents;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.problem.LedgerProblem;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether an agent pays and is paid: its owner decides, and for a freeze operators too, in an
 * emergency.
 */
@RestController
class StatusController {

  private final OwnedAgents owned;
  private final ChangeStatus changeStatus;

  StatusController(OwnedAgents owned, ChangeStatus changeStatus) {
    this.owned = owned;
    this.changeStatus = changeStatus;
  }

  record StatusResponse(String id, AgentStatus status) {}

  @PostMapping("/api/v1/agents/{id}/freeze")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> freeze(Caller caller, @PathVariable String id) {
    return change(owned.findForOperatorsToo(caller, id), AgentStatus.FROZEN);
  }

  @PostMapping("/api/v1/agents/{id}/unfreeze")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> unfreeze(Caller caller, @PathVariable String id) {
    return change(owned.findForOperatorsToo(caller, id), AgentStatus.ACTIVE);
  }

  @DeleteMapping("/api/v1/agents/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> close(Caller caller, @PathVariable String id) {
    return change(owned.find(caller, id), AgentStatus.CLOSED);
  }

  private ResponseEntity<?> change(Optional<AgentId> agent, AgentStatus status) {
    if (agent.isEmpty()) {
      return LimitsController.notFound();
    }
    return switch (changeStatus.to(status, agent.get())) {
      case ChangeStatus.Result.Done(var now) ->
          ResponseEntity.ok(new StatusResponse(agent.get().value(), now));
      case ChangeStatus.Result.Closed() -> LimitsController.closed();
      case ChangeStatus.Result.NotEmpty(var left) -> Problems.answer(notEmpty(left));
    };
  }

  private static Problem notEmpty(ControlledAgent agent) {
    return Problem.of(
            LedgerProblem.AGENT_NOT_EMPTY, "An agent is closed when nothing is left of it.")
        .withRemedy(
            "Spend or convert what is available, wait for what is held, frozen or expected, pay"
                + " what is owed.")
        .with("available", agent.left().available())
        .with("held", agent.left().held())
        .with("frozen", agent.left().frozen())
        .with("debt", agent.left().debt())
        .with("expectedHolds", agent.expected());
  }
}
