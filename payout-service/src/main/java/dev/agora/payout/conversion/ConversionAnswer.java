package dev.agora.payout.conversion;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.payout.quote.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversion as callers see it. */
record ConversionAnswer(
    String id,
    ConversionStatus status,
    String agent,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    int feeBps,
    Usd netUsd,
    Payout payout,
    @Nullable Rejection rejection,
    Instant createdAt,
    Instant changedAt) {

  /**
   * The bank leg.
   *
   * @param failure the bank's reason, where it did not take the money
   */
  record Payout(BankStatus status, @Nullable String failure) {}

  static ConversionAnswer of(Conversion conversion) {
    Terms terms = conversion.terms();
    return new ConversionAnswer(
        conversion.id().value(),
        conversion.status(),
        conversion.agentId(),
        terms.credits(),
        terms.gross(),
        terms.fee(),
        terms.feeBps(),
        terms.net(),
        new Payout(conversion.bankLeg().status(), conversion.bankLeg().failure()),
        conversion.rejection(),
        conversion.createdAt(),
        conversion.changedAt());
  }
}
