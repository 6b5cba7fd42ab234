package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A change of one account, never changed afterwards.
 *
 * @param lot of which the credits are; null in accounts that keep no lots
 * @param units micro-credits or cents, not zero
 * @param balanceAfter of the account, in the same units
 * @param version counts the entries of the account's holder: an agent with its holds, or the
 *     platform account
 * @param statement on the last entry that a transaction makes for an agent; null on all others
 */
public record Entry(
    Account account,
    @Nullable Lot lot,
    long units,
    long balanceAfter,
    long version,
    @Nullable StatementLine statement) {}
