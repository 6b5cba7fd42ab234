package dev.agora.payout.destination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an owner's dollars go.
 *
 * @param stripeAccountId {@code acct_…}
 * @param wasActive whether it could be paid at some time
 * @param restsUntil before which nothing new goes there, because the owner changed it; null if they
 *     never did
 */
public record PayoutAccount(
    String humanId,
    String stripeAccountId,
    PayoutAccountStatus status,
    boolean wasActive,
    @Nullable Instant restsUntil) {

  /** Whether Stripe lets it be paid. */
  public boolean isReady() {
    return status == PayoutAccountStatus.ACTIVE;
  }

  /** Until when nothing new goes there; null if that is not so now. */
  public @Nullable Instant restingAt(Instant now) {
    return restsUntil != null && now.isBefore(restsUntil) ? restsUntil : null;
  }

  PayoutAccount with(TransferCapability capability) {
    PayoutAccountStatus next = PayoutAccountStatus.of(capability, wasActive);
    return new PayoutAccount(
        humanId,
        stripeAccountId,
        next,
        wasActive || next == PayoutAccountStatus.ACTIVE,
        restsUntil);
  }
}
