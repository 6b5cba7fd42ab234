package dev.agora.portal.page;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Funds;

/** One of one's agents at a glance. */
public record AgentFunds(Agent agent, Figure<Funds> funds) {}
