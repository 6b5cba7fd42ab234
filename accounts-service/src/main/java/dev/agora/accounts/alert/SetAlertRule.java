package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.JdbcAgents;
import dev.agora.accounts.alert.SetAlertRuleResult.NotFound;
import dev.agora.accounts.alert.SetAlertRuleResult.SaysTheSame;
import dev.agora.accounts.alert.SetAlertRuleResult.Set;
import dev.agora.accounts.alert.SetAlertRuleResult.TooMany;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.money.Credits;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets, changes and removes an owner's rules. The same rule set again is the rule there was. */
@Service
@Transactional
class SetAlertRule {

  /** What the owner asks for. */
  record Wish(AgentId agent, AlertKind kind, Credits threshold, boolean mail, boolean webhook) {}

  private final JdbcAlertRules rules;
  private final JdbcAgents agents;
  private final JdbcHumans humans;
  private final AlertProperties properties;
  private final Supplier<UUID> newIds;
  private final AuditLog audit;
  private final Clock clock;

  SetAlertRule(
      JdbcAlertRules rules,
      JdbcAgents agents,
      JdbcHumans humans,
      AlertProperties properties,
      Supplier<UUID> newIds,
      AuditLog audit,
      Clock clock) {
    this.rules = rules;
    this.agents = agents;
    this.humans = humans;
    this.properties = properties;
    this.newIds = newIds;
    this.audit = audit;
    this.clock = clock;
  }

  /** Rules are locked before their humans, as when an alert is told. */
  SetAlertRuleResult add(HumanId human, Wish wish) {
    if (agents.find(wish.agent()).filter(agent -> human.equals(agent.owner())).isEmpty()) {
      return new NotFound();
    }
    Optional<AlertRule> same = same(human, wish).flatMap(rule -> rules.lock(rule.id(), human));
    if (same.isPresent()) {
      return store(same.get().changed(wish.threshold(), wish.mail(), wish.webhook()));
    }
    if (humans.lock(human).isEmpty()) {
      return new NotFound();
    }
    Optional<AlertRule> meanwhile = same(human, wish);
    if (meanwhile.isPresent()) {
      return new Set(meanwhile.get());
    }
    return rules.countOf(human) >= properties.rulesPerHumanMax()
        ? new TooMany(properties.rulesPerHumanMax())
        : store(fresh(human, wish));
  }

  private Optional<AlertRule> same(HumanId human, Wish wish) {
    return rules.find(human, wish.agent(), wish.kind(), wish.threshold());
  }

  private AlertRule fresh(HumanId human, Wish wish) {
    return new AlertRule(
        "alr_" + newIds.get().toString().replace("-", ""),
        human,
        wish.agent(),
        wish.kind(),
        wish.threshold(),
        wish.mail(),
        wish.webhook(),
        false,
        null,
        0,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  SetAlertRuleResult change(
      HumanId human, String id, Credits threshold, boolean mail, boolean webhook) {
    Optional<AlertRule> rule = rules.lock(id, human);
    if (rule.isEmpty() || humans.lock(human).isEmpty()) {
      return new NotFound();
    }
    boolean otherSaysSo =
        rules
            .find(human, rule.get().agent(), rule.get().kind(), threshold)
            .filter(other -> !other.id().equals(id))
            .isPresent();
    return otherSaysSo ? new SaysTheSame() : store(rule.get().changed(threshold, mail, webhook));
  }

  /** False if there is none. */
  boolean remove(HumanId human, String id) {
    Optional<AlertRule> rule = rules.lock(id, human);
    rule.ifPresent(
        found -> {
          rules.remove(found);
          audit.record(Deed.of(Act.ALERT_RULE_REMOVED, found.agent().value(), id));
        });
    return rule.isPresent();
  }

  private SetAlertRuleResult store(AlertRule rule) {
    rules.save(rule);
    audit.record(
        Deed.of(Act.ALERT_RULE_SET, rule.agent().value(), rule.id())
            .changing(
                Map.of(),
                Map.of("kind", rule.kind().name(), "threshold", rule.threshold().toString())));
    return new Set(rule);
  }
}
