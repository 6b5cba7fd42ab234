package dev.agora.ledger.proof;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk behind the proof is, or what the last one found that is complete.
 *
 * @param endedAt null for the pass at hand
 * @param checked agents or batches so far
 * @param wrong of them
 * @param firstWrong the first one's name
 * @param wrongLots agents, holds and disputes whose lots do not sum to their buckets
 * @param wrongHeld agents whose held sum differs from their open holds
 * @param wrongFrozen agents whose frozen sum differs from their open disputes
 * @param difference of the agents' rows to what their entries lead to, all together
 */
record ProofPass(
    Instant begunAt,
    @Nullable Instant endedAt,
    long checked,
    long wrong,
    @Nullable String firstWrong,
    long wrongLots,
    long wrongHeld,
    long wrongFrozen,
    Difference difference) {

  /** In micro-credits, by the columns of the agents' rows. */
  record Difference(
      long promotional, long purchased, long earned, long debt, long held, long frozen) {}

  /** All that it found, which an alarm counts. */
  long findings() {
    return wrong + wrongLots + wrongHeld + wrongFrozen;
  }
}
