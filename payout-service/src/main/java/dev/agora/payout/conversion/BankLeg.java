package dev.agora.payout.conversion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the dollars are on their way to the bank.
 *
 * @param payoutId Stripe's, {@code po_…}; null while Stripe has made none
 * @param madeAt when Stripe made that payout; a later one replaces an earlier one, never the
 *     reverse
 * @param failure the bank's reason, such as {@code account_closed}
 */
public record BankLeg(
    BankStatus status,
    @Nullable String payoutId,
    @Nullable Instant madeAt,
    @Nullable String failure) {

  static final BankLeg NONE = new BankLeg(BankStatus.NONE, null, null, null);

  /** The same leg, where Stripe has the dollars but no payout yet. */
  BankLeg arrived() {
    return status == BankStatus.NONE ? new BankLeg(BankStatus.PENDING, null, null, null) : this;
  }

  /** Whether what was observed tells more than this. */
  boolean isOlderThan(BankLeg seen) {
    if (seen.equals(this) || seen.madeAt() == null) {
      return false;
    }
    return madeAt == null
        || seen.madeAt().isAfter(madeAt)
        || (seen.payoutId() != null && seen.payoutId().equals(payoutId));
  }
}
