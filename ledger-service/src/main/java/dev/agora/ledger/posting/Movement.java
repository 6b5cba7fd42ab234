package dev.agora.ledger.posting;

import dev.agora.ledger.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A change that a rule asks for; stamped with running figures it becomes an {@link Entry}.
 *
 * @param lot of which the credits are; null in accounts that keep no lots
 * @param units micro-credits or cents, not zero
 */
public record Movement(Account account, @Nullable Lot lot, long units) {}
