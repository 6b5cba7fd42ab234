package dev.agora.billing.topup;

import dev.agora.money.Credits;

/**
 * What an agent may spend, as the ledger last told.
 *
 * @param version rises with every change
 */
public record Balance(String agentId, Credits available, long version) {}
