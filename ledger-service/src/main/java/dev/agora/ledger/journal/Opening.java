package dev.agora.ledger.journal;

import dev.agora.jdbc.JdbcAnswer;

/**
 * What a transaction asks for first.
 *
 * @param named what its postings name
 * @param chain that it extends
 * @param wallets of the agents that are named
 * @param batchId the number of the batch to come, taken with all of them locked
 */
record Opening(
    Named named,
    JdbcAnswer<Chain> chain,
    JdbcAnswer<WalletRow> wallets,
    JdbcAnswer<Long> batchId) {}
