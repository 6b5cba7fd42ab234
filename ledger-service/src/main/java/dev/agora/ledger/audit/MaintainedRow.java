package dev.agora.ledger.audit;

import java.util.List;

/**
 * A row that the ledger keeps up to date beside the entries.
 *
 * @param id of its account
 * @param key as operators know it
 * @param values of the columns that entries lead to
 * @param journaled of its further columns, what the journal says of them and what they are
 */
record MaintainedRow(long id, String key, List<Long> values, List<Journaled> journaled) {

  /** A column that follows from the journal without its entries. */
  record Journaled(String column, long expected, long found) {}

  MaintainedRow {
    values = List.copyOf(values);
    journaled = List.copyOf(journaled);
  }
}
