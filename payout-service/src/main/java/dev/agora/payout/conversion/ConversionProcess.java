package dev.agora.payout.conversion;

/** What happens to a conversion over several services. */
public interface ConversionProcess {

  /** Starts it with the current transaction: the ledger is asked to set the credits aside. */
  void start(Conversion conversion);
}
