package dev.agora.billing.dispute;

import dev.agora.money.Credits;

/**
 * How the ledger closed a dispute; the three sum to what was disputed if it was lost.
 *
 * @param recovered taken back from what the agent had, frozen credits included
 * @param debt that the agent owes now, repaid by its next income
 * @param loss that nobody can return
 */
public record DisputeOutcome(Credits recovered, Credits debt, Credits loss) {}
