package dev.agora.billing.topup;

import dev.agora.billing.card.CardId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says.
 *
 * @param threshold below which the agent is topped up
 * @param packageId what is bought; null: {@code amount}
 * @param amount what is bought; null: {@code packageId}
 * @param monthlyCeiling of all top-ups of a calendar month, by UTC
 * @param card that pays
 */
public record TopUpTerms(
    Credits threshold,
    @Nullable String packageId,
    @Nullable Usd amount,
    Usd monthlyCeiling,
    CardId card) {

  public TopUpTerms {
    if ((packageId == null) == (amount == null)) {
      throw new IllegalArgumentException("either a package or an amount");
    }
  }
}
