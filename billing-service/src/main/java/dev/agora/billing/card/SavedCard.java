package dev.agora.billing.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A card with its person's consent to be charged when they are not there.
 *
 * @param consent the words that were agreed to
 * @param setup null until Stripe has opened its page
 * @param details null until the card was typed in
 * @param expiresAt when the page closes
 * @param version grows with each change
 */
public record SavedCard(
    CardId id,
    String humanId,
    CardStatus status,
    String consent,
    @Nullable CardSetup setup,
    @Nullable CardDetails details,
    Instant createdAt,
    Instant expiresAt,
    Instant changedAt,
    long version) {

  public boolean isActive() {
    return status == CardStatus.ACTIVE;
  }

  SavedCard opened(CardSetup page, Instant now) {
    return next(status, page, details, now);
  }

  SavedCard active(CardDetails typed, Instant now) {
    return next(CardStatus.ACTIVE, setup, typed, now);
  }

  SavedCard to(CardStatus end, Instant now) {
    return next(end, setup, details, now);
  }

  private SavedCard next(
      CardStatus next, @Nullable CardSetup page, @Nullable CardDetails typed, Instant now) {
    return new SavedCard(
        id, humanId, next, consent, page, typed, createdAt, expiresAt, now, version + 1);
  }
}
