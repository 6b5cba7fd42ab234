package dev.agora.payout.returned;

/** What happens to dollars that came back over several services. */
public interface ReturnProcess {

  /** Starts it with the current transaction: the ledger books that they are owed. */
  void start(ReturnedTransfer found);

  /** With the current transaction: the ledger books what was decided. */
  void decided(ReturnedTransfer settling);
}
