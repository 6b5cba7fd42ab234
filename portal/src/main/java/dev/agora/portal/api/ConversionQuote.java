package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a conversion would bring.
 *
 * @param earnings what converts now and what later; null while nobody knows
 */
public record ConversionQuote(
    String id,
    String agent,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    int feeBps,
    Usd netUsd,
    List<Cap> caps,
    @Nullable Earnings earnings,
    String payoutAccount,
    Instant expiresAt) {

  /**
   * What the agent earned: what of it converts now, and the rest by when it does, soonest first.
   */
  public record Earnings(Credits convertible, Credits seasoning, List<Later> items) {

    /** Credits that convert from an instant on. */
    public record Later(Credits credits, Instant convertibleAt) {}
  }

  /** Whether more is asked for than converts now. */
  public boolean isTooMuch() {
    return earnings != null && credits.compareTo(earnings.convertible()) > 0;
  }

  /** How much may be converted until when. */
  public record Cap(String name, Credits max, Credits used, Credits left, Instant resetsAt) {}
}
