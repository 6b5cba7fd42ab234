package dev.agora.ledger.posting;

import dev.agora.money.Credits;

/**
 * What a whole transaction did to one agent.
 *
 * @param availableChange of what the agent may spend
 * @param heldChange of what is set aside
 * @param after the wallet after the transaction
 */
public record StatementLine(Credits availableChange, Credits heldChange, Wallet after) {}
