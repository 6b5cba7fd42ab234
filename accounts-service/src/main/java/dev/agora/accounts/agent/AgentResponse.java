package dev.agora.accounts.agent;

import dev.agora.accounts.human.HumanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent as the API shows it. */
public record AgentResponse(
    String id,
    String name,
    @Nullable String description,
    @Nullable String owner,
    AgentStatus status,
    Instant createdAt) {

  /** What the API shows of an agent. */
  public static AgentResponse of(Agent agent) {
    HumanId owner = agent.owner();
    return new AgentResponse(
        agent.id().value(),
        agent.name(),
        agent.description(),
        owner == null ? null : owner.value(),
        agent.status(),
        agent.createdAt());
  }
}
