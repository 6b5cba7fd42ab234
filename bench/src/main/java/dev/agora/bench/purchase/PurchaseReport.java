package dev.agora.bench.purchase;

import dev.agora.bench.report.Latencies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of docs/benchmarks.md about purchases. */
record PurchaseReport(
    int rate, int seconds, int flood, List<Steady.Result> steady, List<Double> perSecond) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        ("Purchases opened through the gateway beforehand, then paid with a card at the stand-in,"
                + " %d a second for %d s; until the ledger's event of the posted credits has arrived"
                + " in the benchmark, on one clock. Webhook, inbox, look at Stripe, saga, command,"
                + " posting, reply: all of it, on one machine with the stand-in and the load. The"
                + " poller is kept out of it. The proof held after it.")
            .formatted(rate, seconds));
    lines.add("");
    lines.add("| run | purchases | webhook: p50 ms | p99 ms | max ms | card: p50 ms | p99 ms |");
    lines.add("|---|---|---|---|---|---|---|");
    for (int run = 0; run < steady.size(); run++) {
      lines.add(row(Integer.toString(run + 1), steady.get(run)));
    }
    lines.add(row("median", median()));
    lines.add("| goal S6 | | 100 | 400 | | | |");
    lines.add("");
    lines.add(
        "Paid as fast as the stand-in takes cards (%,d at once): %s; median %.0f sagas/s (goal 200)."
            .formatted(
                flood,
                String.join(", ", perSecond.stream().map(each -> "%.0f".formatted(each)).toList()),
                perSecond.stream().sorted().toList().get(perSecond.size() / 2)));
    return lines;
  }

  private Steady.Result median() {
    return steady.stream()
        .sorted(Comparator.comparingDouble(result -> result.fromWebhook().p50()))
        .toList()
        .get(steady.size() / 2);
  }

  private static String row(String name, Steady.Result result) {
    Latencies webhook = result.fromWebhook();
    Latencies card = result.fromCard();
    return "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f |"
        .formatted(
            name,
            webhook.count(),
            webhook.p50(),
            webhook.p99(),
            webhook.max(),
            card.p50(),
            card.p99());
  }
}
