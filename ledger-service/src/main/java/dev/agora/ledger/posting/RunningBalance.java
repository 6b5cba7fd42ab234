package dev.agora.ledger.posting;

/**
 * A platform account after its latest entry.
 *
 * @param units micro-credits or cents
 * @param version the number of entries so far
 */
public record RunningBalance(long units, long version) {

  public static final RunningBalance ZERO = new RunningBalance(0, 0);

  RunningBalance plus(long change) {
    return new RunningBalance(Math.addExact(units, change), version + 1);
  }
}
