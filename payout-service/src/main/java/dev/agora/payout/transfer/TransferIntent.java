package dev.agora.payout.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order to send is.
 *
 * @param firstSentAt when Stripe was first asked; null before
 * @param transferId {@code tr_…}, once done
 * @param refusal why it certainly was not sent
 */
record TransferIntent(
    TransferOrder order,
    State state,
    @Nullable Instant firstSentAt,
    @Nullable String transferId,
    @Nullable TransferRefusal refusal) {

  enum State {
    /** Stripe was not asked yet. */
    PREPARED,
    /** Stripe is being asked. A crash leaves it here, so it may have been done. */
    SENDING,
    /** Stripe was asked, and may have done it. */
    UNKNOWN,
    DONE,
    REFUSED
  }

  boolean isPerhapsSent() {
    return state == State.SENDING || state == State.UNKNOWN;
  }
}
