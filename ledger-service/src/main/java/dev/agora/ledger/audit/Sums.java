package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import java.util.List;

/** What entries sum to in each asset. */
record Sums(long credits, long cents) {

  static Sums of(List<EntryRow> entries) {
    long credits = 0;
    long cents = 0;
    for (EntryRow entry : entries) {
      if (entry.asset().equals("CREDIT")) {
        credits += entry.units();
      } else {
        cents += entry.units();
      }
    }
    return new Sums(credits, cents);
  }

  boolean areZero() {
    return (credits | cents) == 0;
  }

  long of(String asset) {
    return asset.equals("CREDIT") ? credits : cents;
  }
}
