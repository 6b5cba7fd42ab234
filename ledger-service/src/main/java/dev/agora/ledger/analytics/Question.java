package dev.agora.ledger.analytics;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants to know of its agents.
 *
 * @param agent one of them; null for all
 * @param by at least one
 */
record Question(
    OwnerId owner, @Nullable AgentId agent, Flow flow, Period period, List<Dimension> by) {}
