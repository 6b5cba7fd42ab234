package dev.agora.bench.purchase;

import dev.agora.local.launcher.client.StripePages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Payments as fast as the stand-in takes cards. */
record Flood(Buyers buyers, Spendable spendable) {
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Sagas a second, from the first card to the last credits. */
  double run(int count) throws Exception {
    List<Buyers.Open> open = buyers.open(count);
    open.forEach(each -> spendable.expect(each.id()));
    List<Callable<Integer>> payments = new ArrayList<>();
    open.forEach(each -> payments.add(() -> StripePages.pay(each.checkoutUrl(), Steady.CARD)));
    long begin = System.nanoTime();
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Integer> paid : executor.invokeAll(payments)) {
        paid.get();
      }
    }
    long last = begin;
    for (Buyers.Open each : open) {
      last = Math.max(last, spendable.await(each.id(), PATIENCE));
    }
    return count / (Math.max(1, last - begin) / 1e9);
  }
}
