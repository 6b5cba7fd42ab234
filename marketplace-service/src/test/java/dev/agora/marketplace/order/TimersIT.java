package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.TradingMarketplace;
import dev.agora.marketplace.listing.ServiceId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every deadline of orders that lie in the database, in a process whose clock shows one millisecond
 * before it, the instant itself, or one millisecond after it.
 */
class TimersIT extends TradingMarketplace {

  @Autowired private Orders orders;
  @Autowired private OrderMachine machine;
  @Autowired private Escrow escrow;
  @Autowired private List<OrderFollower> followers;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Clock clock;

  /** A deadline, an order that waits for it, and what the order is afterwards. */
  private record Case(Verb timer, Supplier<OrderId> order, OrderState after) {}

  @TestFactory
  Stream<DynamicTest> nothingHappensAMillisecondBeforeADeadlineAndAllOfItFromThenOn() {
    return Stream.of(
            new Case(Verb.QUOTE_LAPSES, this::quoted, OrderState.EXPIRED),
            new Case(Verb.ACCEPT_LAPSES, () -> id(deal("")), OrderState.EXPIRED),
            new Case(Verb.DELIVERY_LAPSES, () -> id(deal(AUTO)), OrderState.REFUNDED),
            new Case(Verb.INSPECTION_LAPSES, () -> id(delivered()), OrderState.SETTLING),
            new Case(Verb.SPLIT_LAPSES, this::withSplit, OrderState.DELIVERED),
            new Case(Verb.ANSWER_LAPSES, () -> id(disputed()), OrderState.SETTLING),
            new Case(Verb.RULING_LAPSES, this::answered, OrderState.DISPUTED),
            new Case(Verb.REVIEWS_LAPSE, () -> id(completed(delivered())), OrderState.COMPLETED))
        .flatMap(
            each ->
                Stream.of(0, 1)
                    .map(
                        late ->
                            DynamicTest.dynamicTest(
                                each.timer() + " + " + late + " ms", () -> check(each, late))));
  }

  private void check(Case each, int late) {
    OrderId id = each.order().get();
    Order waiting = orders.find(id).orElseThrow();
    Instant due = Objects.requireNonNull(waiting.timers().get(each.timer()));
    assertThat(orders.due(due.minusMillis(1), 10_000)).doesNotContain(id);
    catchUp(id, due.minusMillis(1));
    assertThat(orders.find(id)).hasValue(waiting);

    assertThat(orders.due(due.plusMillis(late), 10_000)).contains(id);
    catchUp(id, due.plusMillis(late));
    Order after = orders.find(id).orElseThrow();
    assertThat(after.timers()).doesNotContainKey(each.timer());
    // The ledger may have settled it by now.
    assertThat(List.of(each.after(), outcome(after))).contains(after.state());
    assertThat(after.version()).isGreaterThan(waiting.version());
    assertThat(momentOf(id, each.timer())).isEqualTo(due);
  }

  private static OrderState outcome(Order order) {
    Settlement settlement = order.progress().settlement();
    return settlement == null ? order.state() : settlement.outcome();
  }

  /** What the clock did counts from the deadline, however late it was seen. */
  private Instant momentOf(OrderId id, Verb verb) {
    return jdbc.sql("SELECT at FROM order_event WHERE order_id = ? AND verb = ?")
        .param(id.value())
        .param(verb.name())
        .query((row, number) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .single();
  }

  private void catchUp(OrderId id, Instant now) {
    ChangeOrder then =
        new ChangeOrder(orders, machine, escrow, followers, Clock.fixed(now, ZoneOffset.UTC));
    transactions.executeWithoutResult(status -> then.catchUp(id));
  }

  private static final String AUTO = ", \"autoAccept\": true";

  private static OrderId id(Deal deal) {
    return new OrderId(deal.order());
  }

  /** One whose funds nobody was asked for. */
  private OrderId quoted() {
    dev.agora.marketplace.order.Deal agreed = OrderFixture.quoted().deal();
    Order fresh =
        machine.quote(
            new OrderId(freshId("ord_")),
            new dev.agora.marketplace.order.Deal(
                new ServiceId(freshId("svc_")),
                new AgentId(freshId("agt_")),
                new AgentId(freshId("agt_")),
                agreed.terms(),
                agreed.fee(),
                freshId("hld_"),
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    transactions.executeWithoutResult(status -> orders.add(fresh));
    return fresh.id();
  }

  private OrderId withSplit() {
    Deal deal = delivered();
    deal.seller().act(deal.order(), "split", "{\"splitBps\": 5000}").expect(200);
    return id(deal);
  }

  private Deal disputed() {
    Deal deal = delivered();
    deal.buyer()
        .act(deal.order(), "dispute", "{\"reason\": \"Thin.\", \"requestedSplitBps\": 2500}")
        .expect(200);
    return deal;
  }

  private OrderId answered() {
    Deal deal = disputed();
    deal.seller().act(deal.order(), "answer", "{\"answer\": \"It is not.\"}").expect(200);
    return id(deal);
  }
}
