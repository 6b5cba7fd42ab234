package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Trader;
import dev.agora.marketplace.TradingMarketplace;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Both sides act in the same moment: exactly one of them wins, and the money goes with it. */
class RacesIT extends TradingMarketplace {

  private static final int TIMES = 10;
  private static final String DISPUTE = "{\"reason\": \"Thin.\", \"requestedSplitBps\": 0}";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void nobodyIsLeft() {
    threads.close();
  }

  /** The two answers, asked for at once. */
  private List<Integer> race(Supplier<Trader.Answer> one, Supplier<Trader.Answer> other) {
    CyclicBarrier start = new CyclicBarrier(2);
    List<CompletableFuture<Integer>> answers =
        List.of(one, other).stream()
            .map(
                who ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          meet(start);
                          return who.get().status();
                        },
                        threads))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private String settled(Deal deal, String... ends) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                List.of(ends).contains(deal.buyer().order(deal.order()).get("status").asString()));
    return deal.buyer().order(deal.order()).get("status").asString();
  }

  @RepeatedTest(TIMES)
  void approveAgainstDispute() {
    Deal deal = delivered();
    List<Integer> answers =
        race(
            () -> deal.buyer().act(deal.order(), "approve", "{}"),
            () -> deal.buyer().act(deal.order(), "dispute", DISPUTE));
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    String end = settled(deal, "COMPLETED", "DISPUTED");
    assertThat(end).isEqualTo(answers.getFirst() == 200 ? "COMPLETED" : "DISPUTED");
    assertThat(ledger.asked(holdOf(deal.order())))
        .isEqualTo(
            end.equals("COMPLETED") ? List.of("place 100", "settle 100") : List.of("place 100"));
  }

  @RepeatedTest(TIMES)
  void cancelAgainstAccept() {
    Deal deal = deal("");
    List<Integer> answers =
        race(
            () -> deal.buyer().act(deal.order(), "cancel", "{}"),
            () -> deal.seller().act(deal.order(), "accept", "{}"));
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(settled(deal, "CANCELED", "IN_PROGRESS"))
        .isEqualTo(answers.getFirst() == 200 ? "CANCELED" : "IN_PROGRESS");
  }

  @RepeatedTest(TIMES)
  void deliverAgainstExpiry(RepetitionInfo repetition) {
    Deal deal = deal(", \"autoAccept\": true");
    jdbc.sql(
            """
            UPDATE order_timer SET due_at = clock_timestamp() + ? * interval '2 milliseconds'
            WHERE order_id = ?
            """)
        .param(repetition.getCurrentRepetition())
        .param(deal.order())
        .update();
    Supplier<Trader.Answer> deliver =
        () -> deal.seller().act(deal.order(), "deliver", "{\"content\": \"Done.\"}");
    List<Integer> answers = race(deliver, deliver);
    assertThat(answers).containsAnyOf(409).allMatch(status -> status == 200 || status == 409);
    boolean delivered = answers.contains(200);
    String end = settled(deal, "DELIVERED", "REFUNDED");
    assertThat(end).isEqualTo(delivered ? "DELIVERED" : "REFUNDED");
    assertThat(deal.buyer().order(deal.order()).get("deliveries")).hasSize(delivered ? 1 : 0);
  }

  @RepeatedTest(TIMES)
  void acceptASplitAgainstApprove() {
    Deal deal = delivered();
    deal.seller().act(deal.order(), "split", "{\"splitBps\": 4000}").expect(200);
    List<Integer> answers =
        race(
            () -> deal.buyer().act(deal.order(), "accept-split", "{}"),
            () -> deal.buyer().act(deal.order(), "approve", "{}"));
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(settled(deal, "PARTIALLY_REFUNDED", "COMPLETED"))
        .isEqualTo(answers.getFirst() == 200 ? "PARTIALLY_REFUNDED" : "COMPLETED");
  }
}
