package dev.agora.payout.clearance;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The owner's yes or no to a conversion that an agent asked for. */
@RestController
class ApprovalController {

  private final DecideApproval decideApproval;

  ApprovalController(DecideApproval decideApproval) {
    this.decideApproval = decideApproval;
  }

  @PostMapping("/api/v1/billing/conversions/{id}/approve")
  @AllowedTo(value = Role.HUMAN, fresh = true)
  ResponseEntity<?> approve(Caller caller, @PathVariable String id) {
    return DecisionAnswers.of(decideApproval.decide(id, caller.id(), Ruling.Outcome.YES));
  }

  @PostMapping("/api/v1/billing/conversions/{id}/deny")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> deny(Caller caller, @PathVariable String id) {
    return DecisionAnswers.of(decideApproval.decide(id, caller.id(), Ruling.Outcome.NO));
  }
}
