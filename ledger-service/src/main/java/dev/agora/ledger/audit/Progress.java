package dev.agora.ledger.audit;

import dev.agora.ledger.proof.Check;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the operator sees: a line every two seconds, then the report. */
final class Progress {

  private static final long EVERY = Duration.ofSeconds(2).toNanos();

  private final PrintStream out;
  private final long began = System.nanoTime();
  private long nextAt = began + EVERY;
  private long batches;
  private long transactions;
  private long entries;

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
  }

  void count(RecordedBatch batch) {
    batches++;
    transactions += batch.transactions().size();
    entries += batch.entries().size();
    if (System.nanoTime() >= nextAt) {
      nextAt = System.nanoTime() + EVERY;
      say("  %,12d entries, %,d a second".formatted(entries, 1000 * entries / time().toMillis()));
    }
  }

  long batches() {
    return batches;
  }

  long transactions() {
    return transactions;
  }

  long entries() {
    return entries;
  }

  /** Since it began. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  void report(AuditResult result) {
    say(
        String.format(
            Locale.ROOT,
            "Recomputed %,d entries of %,d transactions in %,d batches in %.1f s, compared in %.1f s: %,d entries a"
                + " second.",
            result.entries(),
            result.transactions(),
            result.batches(),
            seconds(result.walk()),
            seconds(result.comparison()),
            result.entriesPerSecond()));
    result.checks().forEach(this::report);
    Finding finding = result.finding();
    if (finding != null) {
      report(finding);
    }
    say(
        result.isSound()
            ? "The ledger is sound: every row is what the entries lead to."
            : "THE LEDGER IS BROKEN.");
  }

  private void report(Check check) {
    String figures =
        check.figures().entrySet().stream()
            .map(figure -> figure.getKey() + " " + figure.getValue())
            .collect(Collectors.joining(", "));
    say("  %-4s %-36s %s".formatted(check.ok() ? "ok" : "NOT", check.name(), figures));
  }

  private void report(Finding finding) {
    say("The first broken row:");
    say("  table     " + finding.table());
    say("  row       " + finding.row());
    say("  expected  " + finding.expected());
    say("  found     " + finding.found());
    say("  " + finding.meaning());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
