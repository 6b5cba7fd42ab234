package dev.agora.payout.approval;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.money.Credits;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets or removes an owner's rule; what waits already goes on waiting. */
@Service
@Transactional
class ChangeApprovalRule {

  private final ApprovalRules rules;
  private final AuditLog audit;

  ChangeApprovalRule(ApprovalRules rules, AuditLog audit) {
    this.rules = rules;
    this.audit = audit;
  }

  void set(String humanId, Credits above) {
    Map<String, String> was = known(humanId);
    rules.set(humanId, above);
    tell(humanId, was);
  }

  void remove(String humanId) {
    Map<String, String> was = known(humanId);
    rules.remove(humanId);
    tell(humanId, was);
  }

  private void tell(String humanId, Map<String, String> was) {
    audit.record(Deed.of(Act.APPROVAL_RULE_SET, humanId, humanId).changing(was, known(humanId)));
  }

  private Map<String, String> known(String humanId) {
    Optional<Credits> above = rules.above(humanId);
    return above.map(credits -> Map.of("above", credits.toString())).orElse(Map.of());
  }
}
