package dev.agora.ledger.audit;

import dev.agora.ledger.proof.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found.
 *
 * @param walk how long the one over the entries took
 * @param comparison how long the one with the rows kept up to date took, the export's end included
 * @param finding the first broken row, or null
 * @param checks of the economy, of the recomputed figures; empty if a row is broken
 */
record AuditResult(
    long batches,
    long transactions,
    long entries,
    Duration walk,
    Duration comparison,
    @Nullable Finding finding,
    List<Check> checks) {

  AuditResult {
    checks = List.copyOf(checks);
  }

  boolean isSound() {
    return finding == null && checks.stream().allMatch(Check::ok);
  }

  long entriesPerSecond() {
    return 1000 * entries / Math.max(1, walk.plus(comparison).toMillis());
  }
}
