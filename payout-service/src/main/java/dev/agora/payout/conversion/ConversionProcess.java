package dev.agora.payout.conversion;

/** What happens to a conversion over several services. */
public interface ConversionProcess {

  /** Starts it with the current transaction: the ledger is asked to set the credits aside. */
  void start(Conversion conversion);

  /** The same, where nobody's word is needed any more. */
  void startCleared(Conversion conversion);

  /** With the current transaction: nobody has anything against it (any more), so it goes on. */
  void clear(ConversionId id);

  /** With the current transaction: somebody said no, so the credits go back. */
  void turnBack(ConversionId id, String code);
}
