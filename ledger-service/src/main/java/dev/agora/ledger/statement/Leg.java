package dev.agora.ledger.statement;

import dev.agora.ledger.account.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one account: of another agent, and of its holds, only that it was that
 * agent's.
 *
 * @param account as {@code agent/agt_…/earned} or {@code platform/fees/transfer}
 * @param amount in credits or dollars; all legs of an asset sum to zero
 * @param balanceAfter of an account of the agent that is asked about; null for all others
 */
record Leg(String account, Asset asset, String amount, @Nullable String balanceAfter) {}
