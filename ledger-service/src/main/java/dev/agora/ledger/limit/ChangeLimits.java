package dev.agora.ledger.limit;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets an agent's limits; they hold for every posting that is decided after it. */
@Service
class ChangeLimits {

  /** What became of it. */
  sealed interface Result {

    /** As they are now. */
    record Changed(ControlledAgent agent) implements Result {}

    /** They have changed since the version that the caller knows. */
    record Stale(long version) implements Result {}

    /** A closed agent spends nothing. */
    record Closed() implements Result {}
  }

  private final JdbcControlledAgents agents;
  private final AuditLog audit;
  private final Clock clock;

  ChangeLimits(JdbcControlledAgents agents, AuditLog audit, Clock clock) {
    this.audit = audit;
    this.agents = agents;
    this.clock = clock;
  }

  /** Of an agent that is known here. */
  @Transactional
  Result change(AgentId id, SpendingLimits limits, VersionTag.Condition condition) {
    ControlledAgent agent = agents.lock(id, clock.instant()).orElseThrow();
    if (!condition.admits(agent.version())) {
      return new Result.Stale(agent.version());
    }
    if (agent.status() == AgentStatus.CLOSED) {
      return new Result.Closed();
    }
    agents.save(id, limits, agent.version() + 1);
    audit.record(
        Deed.of(Act.LIMITS_CHANGED, id.value(), id.value())
            .changing(described(agent.limits()), described(limits)));
    return new Result.Changed(agents.find(id, clock.instant()).orElseThrow());
  }

  /** Counterparties as numbers of them: lists of a thousand do not belong into a log. */
  private static Map<String, String> described(SpendingLimits limits) {
    return Map.of(
        "perPayment", String.valueOf(limits.perPayment()),
        "daily", String.valueOf(limits.daily()),
        "monthly", String.valueOf(limits.monthly()),
        "allowed", Integer.toString(limits.allowed().size()),
        "blocked", Integer.toString(limits.blocked().size()));
  }
}
