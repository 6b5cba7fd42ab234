/** The chart of accounts: who holds what, in which asset and which bucket. */
@NullMarked
package dev.agora.ledger.account;

import org.jspecify.annotations.NullMarked;
