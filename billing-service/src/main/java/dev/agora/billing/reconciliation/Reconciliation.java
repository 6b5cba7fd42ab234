package dev.agora.billing.reconciliation;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Both sides as a whole.
 *
 * @param bookedUsd the ledger's account {@code stripe/clearing}, as far as its events have come
 * @param statementUsd the sum of Stripe's movements read so far
 * @param balanceUsd Stripe's own balance when nothing moved around it; null before the first
 * @param unexplainedUsd the sum of all differences that nothing explains, without their signs, and
 *     what the balance and its movements differ by
 * @param differences matters that differ, explained or not
 * @param quarantined purchases that a person has to look at
 * @param readUntil how far Stripe's statement was read, by Stripe's clock; null before the first
 */
record Reconciliation(
    Usd bookedUsd,
    Usd statementUsd,
    @Nullable Usd balanceUsd,
    Usd unexplainedUsd,
    long differences,
    long quarantined,
    @Nullable Instant readUntil,
    @Nullable Instant balanceAt) {

  /** To the last cent. */
  boolean isExplained() {
    return unexplainedUsd.isZero();
  }
}
