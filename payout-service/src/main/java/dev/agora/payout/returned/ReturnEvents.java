package dev.agora.payout.returned;

/** Tells others of dollars that came back, with the transaction that changed it. */
public interface ReturnEvents {

  void changed(ReturnedTransfer returned);
}
