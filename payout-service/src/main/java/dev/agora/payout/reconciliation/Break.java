package dev.agora.payout.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference.
 *
 * @param subject the conversion, or Stripe's transfer where there is none
 * @param detail for operators
 * @param mendedAt since when it is gone; null while it is there
 */
record Break(
    Kind kind, String subject, String detail, Instant firstSeen, @Nullable Instant mendedAt) {

  enum Kind {
    /** Stripe has a transfer in the name of no conversion of ours that was sent. */
    NOT_OURS,
    /** Its amount or destination is not what was asked for. */
    WRONG_TRANSFER,
    /** A conversion has two. */
    SECOND_TRANSFER,
    /** We believe in one that Stripe does not have. */
    NOT_THERE,
    /** Dollars went back from the owner's account, and it is not decided what becomes of them. */
    REVERSED,
    /** The dollars are there and the credits are not gone, for longer than that takes. */
    NOT_CAPTURED,
    /** Nobody knows, for longer than that takes. */
    IN_DOUBT,
    /**
     * On an owner's account lies other than what was sent, less what came back and was paid out.
     */
    CONNECTED_BALANCE
  }
}
