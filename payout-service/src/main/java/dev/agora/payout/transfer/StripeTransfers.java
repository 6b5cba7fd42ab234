package dev.agora.payout.transfer;

import java.util.Optional;

/** Transfers at Stripe. Never called within a database transaction. */
public interface StripeTransfers {

  /** What is known after asking. */
  sealed interface SendResult {

    record Sent(SentTransfer transfer) implements SendResult {}

    /** Certainly not sent. */
    record Refused(TransferRefusal refusal) implements SendResult {}

    /**
     * Not known, or not asked.
     *
     * @param perhapsSent false if it certainly was not sent this time
     */
    record Unknown(boolean perhapsSent, String reason) implements SendResult {}
  }

  /** Asks for the order, with its command id as the idempotency key and the same bytes always. */
  SendResult send(TransferOrder order);

  /**
   * Looks for the order's transfer in Stripe's list; empty if there is none, or the list can not be
   * read now.
   */
  Optional<SentTransfer> find(TransferOrder order);
}
