package dev.agora.payout.transfer;

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

  /** What Stripe's list says of an order. */
  sealed interface LookResult {

    record Found(SentTransfer transfer) implements LookResult {}

    /** The list was read, and has none. */
    record None() implements LookResult {}

    /** The list can not be read now. */
    record NotReadable() implements LookResult {}
  }

  /** Looks for the order's transfer in Stripe's list. */
  LookResult look(TransferOrder order);
}
