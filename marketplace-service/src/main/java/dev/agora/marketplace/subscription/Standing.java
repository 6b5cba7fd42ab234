package dev.agora.marketplace.subscription;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription's state needs to know beyond its name.
 *
 * @param paidUntil the end of the last month that was paid; null before the first payment
 * @param canceled whether one side has ended it; it lasts to the end of what is paid
 * @param graceUntil when a renewal is tried for the last time; null unless past due
 * @param refusal why the last payment was refused or the subscription expired; null without
 */
public record Standing(
    @Nullable Instant paidUntil,
    boolean canceled,
    @Nullable Instant graceUntil,
    @Nullable Refusal refusal) {

  /**
   * Why there was no payment.
   *
   * @param code such as {@code insufficient_credits}
   * @param missing how much the buyer lacked; null if that was not the reason
   */
  public record Refusal(String code, @Nullable Credits missing) {}

  static final Standing NEW = new Standing(null, false, null, null);

  Standing paid(Instant until) {
    return new Standing(until, canceled, null, null);
  }

  Standing endingSoon() {
    return new Standing(paidUntil, true, graceUntil, refusal);
  }

  Standing refused(Refusal reason, @Nullable Instant lastTry) {
    return new Standing(paidUntil, canceled, lastTry, reason);
  }
}
