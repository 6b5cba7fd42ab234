package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import java.util.List;

/**
 * A batch with all that the tables have of it, right or wrong.
 *
 * @param transactions by number
 * @param entries by number and line
 */
record RecordedBatch(BatchRow row, List<TransactionRow> transactions, List<EntryRow> entries) {}
