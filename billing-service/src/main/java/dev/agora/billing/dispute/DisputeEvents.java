package dev.agora.billing.dispute;

/** Tells others what became of a dispute, with the transaction that changed it. */
public interface DisputeEvents {

  void changed(Dispute dispute);
}
