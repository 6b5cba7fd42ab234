package dev.agora.ledger.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Earlier transactions of a run as the journal has them, and their reversals. */
final class Originals {

  private Originals() {}

  static Original of(Outcome.Accepted accepted) {
    Transaction transaction = accepted.transaction();
    return new Original(
        transaction.id(),
        transaction.kind(),
        transaction.payer(),
        transaction.payee(),
        transaction.amount(),
        transaction.note().details(),
        accepted.entries().stream()
            .map(entry -> new Movement(entry.account(), entry.lot(), entry.units()))
            .toList());
  }

  /**
   * Of one that was not reversed yet, mostly of one that can be; null if there is none, or if the
   * service does not allow what it gives.
   */
  static @Nullable Posting reversal(LedgerRun run, Step step) {
    List<LedgerRun.Told> told = run.told();
    for (int tried = 0; tried < Math.min(10, told.size()); tried++) {
      int index = told.size() - 1 - (step.first() + tried) % told.size();
      if (told.get(index).outcome() instanceof Outcome.Accepted accepted) {
        Original original = of(accepted);
        boolean fits = original.isReversible() || step.second() % 8 == 0;
        if (fits && run.state().posted(PostingId.ofReversal(original.id())) == null) {
          return run.invariants().allows(original.moreEarned(), original.moreBought())
              ? new Operation.Reverse(original, "a mistake of " + step.second())
              : null;
        }
      }
    }
    return null;
  }
}
