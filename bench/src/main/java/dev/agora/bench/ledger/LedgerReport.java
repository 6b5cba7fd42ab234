package dev.agora.bench.ledger;

import dev.agora.bench.measure.Rounds;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of docs/benchmarks.md about the ledger: absolute figures, and the ratios that goals.md
 * asks for.
 *
 * @param agents how many took part
 * @param stages of the batches of payments by 64 connections
 * @param gatewayShare of all processor time of these payments, from 0 to 1
 * @param steadyPerSecond payments a second with and without the gateway
 */
record LedgerReport(
    Rounds rounds, int agents, Stages stages, double gatewayShare, int steadyPerSecond) {
  static final String PLAIN = "one SQL transaction per transfer, 16 connections";
  static final String SHARED = "the same with one fee account";
  static final String SET = "set-based SQL, 500 per transaction";
  static final String PAY_BATCHES = "POST /credits/transfers, 1,000 a call, 2 connections";
  static final String COMMIT = "one bare SQL commit at a time";
  static final String PAY = "POST /credits/transfer, 64 connections";
  static final String PAY_ONE = "the same, every payment to one agent";
  static final String PAY_ALONE = "POST /credits/transfer, one at a time";

  static final String STEADY = "POST /credits/transfer at a steady rate";
  static final String STEADY_DIRECT = "the same, directly to the ledger";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Transfers through the gateway between %,d agents, each call with an Idempotency-Key; measured in turn with its baselines, median of the rounds; the proof held after it."
            .formatted(agents));
    lines.add("");
    lines.addAll(rounds.table());
    lines.add("");
    lines.add("| goal | asks for | reached |");
    lines.add("|---|---|---|");
    lines.add(ratio("S1", ">= 1.0 x plain SQL", PAY, PLAIN));
    lines.add(ratio("S1", ">= 2.4 x plain SQL with a shared account", PAY, SHARED));
    lines.add(ratio("S2", ">= 0.8 x S1", PAY_ONE, PAY));
    lines.add(ratio("S3", ">= 0.7 x set-based SQL", PAY_BATCHES, SET));
    double commits = rounds.median(COMMIT).latencies().p50();
    lines.add(
        "| S4 | p50 <= 3 x one commit | %.1f x |"
            .formatted(rounds.median(PAY_ALONE).latencies().p50() / commits));
    double added =
        rounds.median(STEADY).latencies().p50() - rounds.median(STEADY_DIRECT).latencies().p50();
    lines.add(
        "| S7 | the gateway adds <= 2 ms p50 at 500/s | %.1f ms at %d/s |"
            .formatted(added, steadyPerSecond));
    lines.add(
        "| S7 | the gateway costs <= 40 %% of S1's processor time | %.0f %% |"
            .formatted(100 * gatewayShare));
    lines.add("");
    lines.add("Where the time of a batch goes, with 64 connections:");
    lines.add("");
    lines.addAll(stages.lines());
    return lines;
  }

  private String ratio(String goal, String asked, String name, String baseline) {
    double ratio = rounds.ratio(name, baseline);
    return "| %s | %s | %.2f x |".formatted(goal, asked, ratio);
  }
}
