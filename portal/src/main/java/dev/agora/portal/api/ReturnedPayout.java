package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dollars of a conversion that came back from its owner's Stripe account.
 *
 * @param agent who gets credits, where it was said; else whose credits they had been
 * @param outcome what two operators decided: {@code PAY_AGAIN}, {@code CREDITS} or {@code KEEP};
 *     operators read here what one of them asked for, too
 * @param credits that the agent gets, where it was said
 * @param paidAs the conversion that pays them again
 */
public record ReturnedPayout(
    String id,
    String conversion,
    String agent,
    Usd usd,
    String status,
    @Nullable String outcome,
    @Nullable Credits credits,
    @Nullable String reason,
    @Nullable String paidAs,
    Instant foundAt,
    Instant changedAt) {

  /** Whether two operators have said what becomes of them. */
  public boolean isDecided() {
    return status.equals("SETTLING") || isSettled();
  }

  /** Whether they are where they belong. */
  public boolean isSettled() {
    return status.equals("SETTLED");
  }

  /** Whether somebody may say what becomes of them: they are booked, and not decided. */
  public boolean isWaiting() {
    return status.equals("OWED") || isAsked();
  }

  /** Whether one operator has said it. */
  public boolean isAsked() {
    return status.equals("ASKED");
  }
}
