package dev.agora.ledger.agent;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of an agent.
 *
 * @param owner null if nobody has claimed it
 * @param status as the ledger decides it; of a new agent, as accounts-service says
 * @param version grows with each change of the agent
 */
public record KnownAgent(AgentId id, @Nullable OwnerId owner, AgentStatus status, long version) {}
