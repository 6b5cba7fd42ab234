package dev.agora.payout.risk;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import dev.agora.money.Credits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rules, for operators. */
@RestController
class RiskRuleController {

  private static final String PATH = "/api/v1/payouts/risk-rules";

  private final RiskRules rules;
  private final AuditLog audit;
  private final TransactionOperations transaction;

  RiskRuleController(RiskRules rules, AuditLog audit, TransactionOperations transaction) {
    this.rules = rules;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * A rule as it shall be.
   *
   * @param above credits; null for any amount
   */
  record RuleChange(
      @NotNull Boolean enabled,
      @Nullable Credits above,
      @NotNull @Min(1) @Max(8760) Integer windowHours,
      @NotNull @Min(0) @Max(10_000) Integer shareBps) {}

  @GetMapping(PATH)
  @AllowedTo({Role.OPERATOR, Role.AUDITOR})
  Page<RiskRule> list() {
    return new Page<>(rules.all(), null);
  }

  @PutMapping(PATH + "/{name}")
  @AllowedTo(value = Role.OPERATOR, fresh = true)
  ResponseEntity<?> change(@PathVariable String name, @Valid @RequestBody RuleChange change) {
    Optional<RiskRule> known = rules.find(name);
    if (known.isEmpty()) {
      return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such rule."));
    }
    Credits above = change.above() == null ? Credits.ZERO : change.above();
    RiskRule rule =
        new RiskRule(
            name,
            known.get().kind(),
            change.enabled(),
            above,
            change.windowHours(),
            change.shareBps());
    transaction.executeWithoutResult(status -> put(known.get(), rule));
    return ResponseEntity.ok(rule);
  }

  private void put(RiskRule was, RiskRule is) {
    rules.save(is);
    audit.record(
        Deed.ofActor(Act.RISK_RULE_SET, is.name())
            .changing(Map.of("rule", was.toString()), Map.of("rule", is.toString())));
  }
}
