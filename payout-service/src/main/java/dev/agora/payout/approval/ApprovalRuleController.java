package dev.agora.payout.approval;

import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An owner's rule about conversions; no agent reads or changes it. */
@RestController
class ApprovalRuleController {

  private static final String PATH = "/api/v1/payouts/approval-rule";

  private final ApprovalRules rules;
  private final ChangeApprovalRule changeApprovalRule;

  ApprovalRuleController(ApprovalRules rules, ChangeApprovalRule changeApprovalRule) {
    this.rules = rules;
    this.changeApprovalRule = changeApprovalRule;
  }

  record RuleRequest(@NotNull Credits above) {}

  /**
   * The rule.
   *
   * @param above credits; null where nothing is asked
   */
  record RuleAnswer(@Nullable Credits above) {}

  @GetMapping(PATH)
  @AllowedTo(Role.HUMAN)
  RuleAnswer rule(Caller caller) {
    return new RuleAnswer(rules.above(caller.id()).orElse(null));
  }

  @PutMapping(PATH)
  @AllowedTo(value = Role.HUMAN, fresh = true)
  RuleAnswer set(Caller caller, @Valid @RequestBody RuleRequest request) {
    changeApprovalRule.set(caller.id(), request.above());
    return rule(caller);
  }

  @DeleteMapping(PATH)
  @AllowedTo(value = Role.HUMAN, fresh = true)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Caller caller) {
    changeApprovalRule.remove(caller.id());
  }
}
