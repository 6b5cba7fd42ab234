package dev.agora.bench.engine;

import dev.agora.bench.measure.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of docs/benchmarks.md about the engine.
 *
 * @param agents how many took part
 * @param batchSize payments of a commit, on average
 * @param stages milliseconds of a commit
 * @param audited entries that the audit recomputed afterwards
 */
record EngineReport(
    Rounds rounds, int agents, double batchSize, Map<String, Double> stages, long audited) {
  static final String SET = "set-based SQL, 500 per transaction";
  static final String ENGINE = "the engine";
  static final String UNCHAINED = "the engine without hash chain";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("The ledger's queue and writer called in the benchmark's own process, without HTTP, relay and Kafka: everything else that a payment"
                + " is (idempotency record, limits, hash chain, outbox row) is done. %,d agents, %.0f payments a commit; in turn with its"
                + " baselines, median of the rounds; the audit found the %,d entries sound.")
            .formatted(agents, batchSize, audited));
    lines.add("");
    lines.addAll(rounds.table());
    lines.add("");
    lines.add("| goal | asks for | reached |");
    lines.add("|---|---|---|");
    lines.add("| S0 | >= 12,000/s | %,.0f/s |".formatted(rounds.median(ENGINE).perSecond()));
    lines.add("| S0 | >= 0.9 x set-based SQL | %.2f x |".formatted(rounds.ratio(ENGINE, SET)));
    lines.add(
        "| S11 | the hash chain costs <= 10 %% | %.1f %% |"
            .formatted(100 * (1 - rounds.ratio(ENGINE, UNCHAINED))));
    lines.add("");
    lines.add(
        "Of S1 the chain's share is smaller still: there a transfer costs as much more as HTTP and two hops do.");
    lines.add("");
    lines.add("| stage of a commit | ms |");
    lines.add("|---|---|");
    stages.forEach((stage, millis) -> lines.add("| %s | %.2f |".formatted(stage, millis)));
    return lines;
  }
}
