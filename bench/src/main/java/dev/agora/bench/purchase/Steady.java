package dev.agora.bench.purchase;

import dev.agora.bench.report.Latencies;
import dev.agora.local.launcher.client.StripePages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Payments at a steady rate, each timed on its own. */
record Steady(Buyers buyers, Spendable spendable) {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  static final String CARD = "4242424242424242";

  /**
   * What was measured.
   *
   * @param fromCard from just before the card was typed in
   * @param fromWebhook from the answer to that, when the stand-in lets the webhook go
   */
  record Result(Latencies fromCard, Latencies fromWebhook) {}

  private record Timed(long fromCard, long fromWebhook) {}

  Result run(int perSecond, Duration length) throws Exception {
    List<Buyers.Open> open = buyers.open(Math.toIntExact(perSecond * length.toSeconds()));
    open.forEach(each -> spendable.expect(each.id()));
    long pause = Duration.ofSeconds(1).toNanos() / perSecond;
    long begin = System.nanoTime();
    List<Callable<Timed>> payments = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Buyers.Open each = open.get(i);
      long due = begin + pause * i;
      payments.add(() -> pay(each, due));
    }
    Histogram card = new Histogram(DIGITS);
    Histogram webhook = new Histogram(DIGITS);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Timed> future : executor.invokeAll(payments)) {
        card.recordValue(future.get().fromCard() / NANOS_PER_MICRO);
        webhook.recordValue(future.get().fromWebhook() / NANOS_PER_MICRO);
      }
    }
    return new Result(new Latencies(card), new Latencies(webhook));
  }

  private Timed pay(Buyers.Open purchase, long due) throws InterruptedException {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    long before = System.nanoTime();
    StripePages.pay(purchase.checkoutUrl(), CARD);
    long after = System.nanoTime();
    long arrived = spendable.await(purchase.id(), PATIENCE);
    return new Timed(arrived - before, Math.max(0, arrived - after));
  }
}
