package dev.agora.payout.returned;

import dev.agora.payout.quote.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators say of dollars that came back.
 *
 * @param credited who gets credits, and which; null with {@link ReturnOutcome#KEEP}
 * @param reason the owner reads it
 * @param approvedBy the other operator; null before
 */
public record Verdict(
    ReturnOutcome outcome,
    @Nullable Credited credited,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt) {

  /**
   * Credits that an agent gets.
   *
   * @param terms whose net is what came back
   */
  public record Credited(String agentId, Terms terms) {}

  Verdict approved(@Nullable Credited nowCredited, String by, Instant at) {
    return new Verdict(outcome, nowCredited, reason, requestedBy, requestedAt, by, at);
  }
}
