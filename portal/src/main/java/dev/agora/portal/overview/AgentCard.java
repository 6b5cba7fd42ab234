package dev.agora.portal.overview;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Balance;
import dev.agora.portal.api.Limits;
import dev.agora.portal.page.Figure;

/** One agent at a glance. */
record AgentCard(Agent agent, Figure<Balance> balance, Figure<Limits> limits) {}
