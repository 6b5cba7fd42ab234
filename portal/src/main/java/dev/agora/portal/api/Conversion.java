package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Earned credits on their way to a bank.
 *
 * @param reversedUsd what came back of it after it was sent
 */
public record Conversion(
    String id,
    String status,
    String agent,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    int feeBps,
    Usd netUsd,
    BankLeg payout,
    Usd reversedUsd,
    @Nullable Reason rejection,
    @Nullable Instant lapsesAt,
    Instant createdAt,
    Instant changedAt) {

  /** From the owner's Stripe account to the bank. */
  public record BankLeg(
      String status,
      @Nullable String failure,
      @Nullable String message,
      @Nullable String nextStep) {}

  /** Whether its owner has to say yes or no. */
  public boolean isForOwner() {
    return status.equals("APPROVAL");
  }

  /** Whether something will still happen by itself. */
  public boolean isUnderWay() {
    boolean refused = status.equals("REJECTED") || status.equals("CANCELED");
    boolean atBank = payout.status().equals("PAID") || payout.status().equals("FAILED");
    return !refused && !atBank;
  }
}
