package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether all rows of a batch are there, and no others. */
final class BatchShape {

  private final RecordedBatch batch;
  private final Names names;

  BatchShape(RecordedBatch batch, Names names) {
    this.batch = batch;
    this.names = names;
  }

  /** What is missing or too much, or null. */
  @Nullable Finding wrong() {
    Finding wrong = wrongTransaction();
    if (wrong == null) {
      wrong = entryWithoutTransaction();
    }
    return wrong == null && batch.entries().size() != batch.row().entries() ? wrongCount() : wrong;
  }

  /** The entries of each transaction. */
  List<List<EntryRow>> entriesByTransaction() {
    List<List<EntryRow>> all = new ArrayList<>(batch.transactions().size());
    int from = 0;
    for (TransactionRow transaction : batch.transactions()) {
      int to = from;
      while (to < batch.entries().size()
          && batch.entries().get(to).number() == transaction.number()) {
        to++;
      }
      all.add(batch.entries().subList(from, to));
      from = to;
    }
    return all;
  }

  private @Nullable Finding wrongTransaction() {
    int expected = batch.row().transactions();
    for (int place = 0; place < expected; place++) {
      long number = batch.row().firstNumber() + place;
      if (place >= batch.transactions().size()
          || batch.transactions().get(place).number() != number) {
        return new Finding(
            "journal",
            "transaction " + number,
            "a row",
            "none",
            "Batch %d has %d transactions, numbered without a gap; %d are there."
                .formatted(batch.row().id(), expected, batch.transactions().size()));
      }
    }
    return batch.transactions().size() > expected
        ? new Finding(
            "journal",
            "transaction " + batch.transactions().get(expected).number(),
            "no row",
            "a row",
            "Batch %d has only %d transactions.".formatted(batch.row().id(), expected))
        : null;
  }

  private @Nullable Finding entryWithoutTransaction() {
    long first = batch.row().firstNumber();
    long end = first + batch.row().transactions();
    for (EntryRow entry : batch.entries()) {
      if (entry.number() < first || entry.number() >= end) {
        return new Finding(
            "entry",
            names.entry(entry.holderId(), entry.version(), entry.number(), entry.line()),
            "a row in the journal for transaction " + entry.number(),
            "none",
            "Every entry belongs to a transaction of the journal.");
      }
    }
    return null;
  }

  /** A line that is missing shows in a gap, or else in a transaction that is out of balance. */
  private Finding wrongCount() {
    List<List<EntryRow>> all = entriesByTransaction();
    for (List<EntryRow> entries : all) {
      for (int line = 0; line < entries.size(); line++) {
        if (entries.get(line).line() != line) {
          return missing(entries.getFirst().number(), line, entries);
        }
      }
    }
    for (List<EntryRow> entries : all) {
      if (!Sums.of(entries).areZero()) {
        return missing(entries.getFirst().number(), entries.size(), entries);
      }
    }
    return new Finding(
        "entry",
        "those of batch " + batch.row().id(),
        batch.row().entries() + " rows",
        batch.entries().size() + " rows",
        "All entries of one or more of its transactions are gone, or were put in.");
  }

  private Finding missing(long number, int line, List<EntryRow> others) {
    Sums sums = Sums.of(others);
    return new Finding(
        "entry",
        "line %d of transaction %d".formatted(line, number),
        "a row of "
            + (sums.cents() == 0
                ? negated(sums.credits(), "CREDIT")
                : negated(sums.cents(), "USD")),
        "none",
        "Batch %d has %d entries, of which %d are there; the others of this transaction are out of balance."
            .formatted(batch.row().id(), batch.row().entries(), batch.entries().size()));
  }

  private static String negated(long units, String asset) {
    return Amounts.exact(-units, asset);
  }
}
