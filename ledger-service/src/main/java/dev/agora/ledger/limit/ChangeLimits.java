package dev.agora.ledger.limit;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import java.time.Clock;
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
  private final Clock clock;

  ChangeLimits(JdbcControlledAgents agents, Clock clock) {
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
    return new Result.Changed(agents.find(id, clock.instant()).orElseThrow());
  }
}
