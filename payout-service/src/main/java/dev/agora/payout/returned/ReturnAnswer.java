package dev.agora.payout.returned;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dollars that came back, as callers see them.
 *
 * @param agent who gets credits, where it was said; else whose credits they had been
 * @param credits that the agent gets, where it was said
 * @param message what happened, in words
 * @param nextStep what the owner does now; null if nothing
 * @param paidAs the conversion that pays them again
 */
record ReturnAnswer(
    String id,
    String conversion,
    String agent,
    Usd usd,
    ReturnStatus status,
    @Nullable ReturnOutcome outcome,
    @Nullable Credits credits,
    @Nullable String reason,
    String message,
    @Nullable String nextStep,
    @Nullable String paidAs,
    Instant foundAt,
    Instant changedAt) {

  /** For the owner, who reads of a decision when it is one. */
  static ReturnAnswer ofOwner(ReturnedTransfer returned) {
    return of(returned, returned.status().isDecided() ? returned.verdict() : null);
  }

  /** For operators, who read what was asked, too. */
  static ReturnAnswer of(ReturnedTransfer returned) {
    return of(returned, returned.verdict());
  }

  private static ReturnAnswer of(ReturnedTransfer returned, @Nullable Verdict verdict) {
    Verdict.Credited credited = verdict == null ? null : verdict.credited();
    return new ReturnAnswer(
        returned.id().value(),
        returned.conversion().value(),
        credited == null ? returned.agentId() : credited.agentId(),
        returned.amount(),
        returned.status(),
        verdict == null ? null : verdict.outcome(),
        credited == null ? null : credited.terms().credits(),
        verdict == null ? null : verdict.reason(),
        ReturnWords.message(returned),
        ReturnWords.nextStep(returned),
        returned.paidAs() == null ? null : returned.paidAs().value(),
        returned.foundAt(),
        returned.changedAt());
  }
}
