package dev.agora.bench.history;

import dev.agora.bench.measure.Rounds;
import dev.agora.bench.measure.Throughput;
import java.util.ArrayList;
import java.util.List;

/** The lines of docs/benchmarks.md about long histories. */
record HistoryReport(Ledger small, Ledger big, Rounds payments, Rounds pages, Audits audits) {
  static final String PAY_FEW = "payments, short past";
  static final String PAY_MANY = "payments, long past";
  static final String LATE = "long: plain, page 1,000";
  private static final String FEW = "short: ";
  private static final String MANY = "long: ";

  static String few(Question question) {
    return FEW + question.name();
  }

  static String many(Question question) {
    return MANY + question.name();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("Two ledgers beside each other on one PostgreSQL: a long past of %,d entries of %,d agents and a short one of %,d entries of %,d, both"
                + " posted by the engine; called directly with signed tokens, without the gateway, whose cost does not depend on the past and"
                + " would hide what does. In turn, median of the rounds; the audit found both sound.")
            .formatted(big.entries(), big.agents().size(), small.entries(), small.agents().size()));
    lines.add("");
    lines.add("| payments, 64 connections | per second | p50 ms | p99 ms |");
    lines.add("|---|---|---|---|");
    payments.names().forEach(name -> lines.add(row(name, payments.median(name))));
    lines.add("");
    lines.add(
        "Pages of `GET /credits/transactions` of the agent with the longest history, 2 connections; each filter asks for what lies farthest back:");
    lines.add("");
    lines.add("| page | per second | p50 ms | p99 ms |");
    lines.add("|---|---|---|---|");
    pages.names().forEach(name -> lines.add(row(name, pages.median(name))));
    lines.add("");
    lines.addAll(goals());
    return lines;
  }

  private List<String> goals() {
    List<String> lines = new ArrayList<>();
    lines.add("| goal | asks for | reached |");
    lines.add("|---|---|---|");
    lines.add(
        "| S9 | >= 0.85 x the short past | %.2f x |"
            .formatted(
                payments.median(PAY_MANY).perSecond() / payments.median(PAY_FEW).perSecond()));
    for (String name : pages.names()) {
      if (name.startsWith(MANY)) {
        lines.add(page(name));
      }
    }
    lines.add("| S12 | >= 500,000 entries/s | %,.0f/s |".formatted(audits.perSecond()));
    lines.add("");
    lines.add(
        "The audit recomputed %,d entries with %.1f cores of the machine; reading them with `COPY` and throwing them away: %,.0f/s, of which it reaches %.2f x."
            .formatted(
                audits.entries(),
                audits.cores(),
                audits.barePerSecond(),
                audits.perSecond() / audits.barePerSecond()));
    return lines;
  }

  /** Against the first plain page of the long past for the late one. */
  private String page(String name) {
    String baseline =
        name.equals(LATE) ? MANY + Question.PLAIN : FEW + name.substring(MANY.length());
    Throughput median = pages.median(name);
    return "| S8, %s | p99 <= 50 ms, <= 1.5 x %s | %.1f ms, %.2f x |"
        .formatted(
            name,
            baseline,
            median.latencies().p99(),
            median.latencies().p50() / pages.median(baseline).latencies().p50());
  }

  private static String row(String name, Throughput median) {
    return "| %s | %,.0f | %.1f | %.1f |"
        .formatted(name, median.perSecond(), median.latencies().p50(), median.latencies().p99());
  }
}
