package dev.agora.billing.refund;

/** Tells others what became of a refund, with the transaction that changed it. */
public interface RefundEvents {

  void changed(Refund refund);
}
