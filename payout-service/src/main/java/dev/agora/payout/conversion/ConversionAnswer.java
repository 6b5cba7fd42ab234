package dev.agora.payout.conversion;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.payout.quote.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversion as callers see it.
 *
 * @param reversedUsd what Stripe took back from the owner's account after it was sent
 * @param lapsesAt until when the owner can say yes, where it had to
 */
public record ConversionAnswer(
    String id,
    ConversionStatus status,
    String agent,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    int feeBps,
    Usd netUsd,
    Payout payout,
    Usd reversedUsd,
    @Nullable Rejection rejection,
    @Nullable Instant lapsesAt,
    Instant createdAt,
    Instant changedAt) {

  /**
   * The bank leg.
   *
   * @param failure the bank's reason, where it did not take the money
   * @param message what happened, in words
   * @param nextStep what the owner does now; null if nothing
   */
  public record Payout(
      BankStatus status,
      @Nullable String failure,
      @Nullable String message,
      @Nullable String nextStep) {

    static Payout of(Conversion conversion) {
      BankLeg leg = conversion.bankLeg();
      return new Payout(
          leg.status(),
          leg.failure(),
          BankWords.message(leg, conversion.reversed()),
          BankWords.nextStep(leg, conversion.reversed()));
    }
  }

  public static ConversionAnswer of(Conversion conversion) {
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
        Payout.of(conversion),
        conversion.reversed(),
        conversion.rejection(),
        conversion.lapsesAt(),
        conversion.createdAt(),
        conversion.changedAt());
  }
}
