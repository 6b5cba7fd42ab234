package dev.agora.billing.reconciliation;

/** Tells the world of differences, in the current transaction. */
public interface DifferenceEvents {

  void found(Difference difference);

  /** It is none any more. */
  void closed(Difference difference);
}
