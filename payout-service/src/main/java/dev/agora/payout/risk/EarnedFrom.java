package dev.agora.payout.risk;

import dev.agora.money.Credits;

/**
 * One of those from whom an agent has what it earned lately, as the ledger says.
 *
 * @param credits that arrived, after fees
 */
public record EarnedFrom(String agentId, Credits credits) {}
