package dev.agora.ledger.audit;

import dev.agora.ledger.journal.EntryRow;
import dev.agora.ledger.journal.TransactionRow;
import dev.agora.ledger.proof.Checks;
import dev.agora.ledger.proof.Figures;
import dev.agora.money.Economy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk over one snapshot. */
final class AuditRun {

  private final JdbcLedgerRows ledger;
  private final JdbcMaintainedRows maintained;
  private final JdbcTraces traces;
  private final Economy economy;
  private final @Nullable HledgerFile export;
  private final Progress progress;
  private final Names names;
  private final Set<Long> disputes;
  private final Recomputation recomputed;
  private final Chains chains = new Chains();

  AuditRun(
      JdbcSnapshot snapshot, Economy economy, @Nullable HledgerFile export, Progress progress) {
    this.ledger = new JdbcLedgerRows(snapshot);
    this.maintained = new JdbcMaintainedRows(snapshot);
    this.traces = new JdbcTraces(snapshot);
    this.economy = economy;
    this.export = export;
    this.progress = progress;
    this.names =
        new Names(id -> maintained.holders("WHERE id = " + id).getOrDefault(id, "nobody known"));
    this.disputes = maintained.disputeAccounts().keySet();
    this.recomputed = new Recomputation(disputes, names);
  }

  AuditResult run(boolean sorted) {
    if (export != null) {
      export.begin(maintained);
    }
    Finding finding = walk(sorted);
    Duration walk = progress.time();
    Figures figures = RecomputedFigures.of(recomputed, maintained.platform(), disputes);
    if (finding == null) {
      finding = new MaintainedRows(maintained, recomputed, chains, figures).wrong();
    }
    if (finding == null && export != null) {
      export.end(maintained);
    }
    return new AuditResult(
        progress.batches(),
        progress.transactions(),
        progress.entries(),
        walk,
        progress.time().minus(walk),
        finding,
        finding == null ? Checks.of(figures, economy) : List.of());
  }

  private @Nullable Finding walk(boolean sorted) {
    try (ReadAhead<TransactionRow> journal = ReadAhead.of("journal", ledger.journal());
        ReadAhead<EntryRow> entries =
            ReadAhead.of("entries", sorted ? ledger.entriesSorted() : ledger.entriesAsTheyLie())) {
      EntryRuns runs = new EntryRuns(entries, ledger::entriesOf);
      return walk(new Batches(ledger.batches(), journal, runs), runs);
    }
  }

  private @Nullable Finding walk(Batches batches, EntryRuns runs) {
    BatchAudit audit = new BatchAudit(recomputed, chains, traces, names);
    for (RecordedBatch batch = batches.next(); batch != null; batch = batches.next()) {
      Finding wrong = stray(batches.stray(), runs.stray());
      if (wrong == null) {
        wrong = audit.wrong(batch);
      }
      if (wrong != null) {
        return wrong;
      }
      progress.count(batch);
      if (export != null) {
        export.write(batch);
      }
    }
    return stray(batches.stray(), runs.strayAtEnd());
  }

  private @Nullable Finding stray(@Nullable TransactionRow transaction, @Nullable EntryRow entry) {
    if (transaction != null) {
      return new Finding(
          "journal",
          "transaction " + transaction.number(),
          "batch " + BatchRow.idOf(transaction.number()) + " in table batch",
          "none",
          "Every transaction belongs to a batch.");
    }
    return entry == null
        ? null
        : new Finding(
            "entry",
            names.entry(entry.holderId(), entry.version(), entry.number(), entry.line()),
            "no row",
            "a row",
            "Its batch is not there, or does not have as many entries.");
  }
}
