package dev.agora.ledger.dispute;

import dev.agora.ledger.posting.Funding;

/**
 * A transaction on a trail, seen with the other agent's entries.
 *
 * @param wallet the other agent's number
 * @param version of the last entry that the transaction made for it
 */
record TrailEnd(long wallet, long version, Funding funding) implements Comparable<TrailEnd> {

  /** Two that branch off to the same agents do so in the same order. */
  @Override
  public int compareTo(TrailEnd other) {
    return Long.compare(wallet, other.wallet);
  }
}
