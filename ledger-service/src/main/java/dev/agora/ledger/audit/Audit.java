package dev.agora.ledger.audit;

import dev.agora.money.Economy;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** One audit, from the first batch to the last row that is kept up to date. */
final class Audit {

  private final AuditedDatabase database;
  private final Economy economy;
  private final PrintStream out;

  Audit(AuditedDatabase database, Economy economy, PrintStream out) {
    this.database = database;
    this.economy = economy;
    this.out = out;
  }

  /** Audits, and writes what it reads to the export if there is one. */
  AuditResult run(@Nullable HledgerFile export) {
    try {
      return once(export, false);
    } catch (EntryRuns.OutOfOrder otherOrder) {
      out.println("The entries do not lie in the order of their numbers; sorting them first.");
      return once(export, true);
    }
  }

  private AuditResult once(@Nullable HledgerFile export, boolean sorted) {
    try (JdbcSnapshot snapshot = JdbcSnapshot.of(database)) {
      return new AuditRun(snapshot, economy, export, new Progress(out)).run(sorted);
    }
  }
}
