package dev.agora.ledger.dispute;

import dev.agora.ledger.account.DisputeId;

/**
 * A part of the entries of an agent that may have paid with a disputed purchase.
 *
 * @param wallet the agent's number
 * @param purchase the number of its transaction
 * @param after version of the last entry that was looked at before
 * @param upTo version of the last one of this part, which is the last of its transaction, too
 */
record Trail(DisputeId dispute, long wallet, long purchase, long after, long upTo) {}
