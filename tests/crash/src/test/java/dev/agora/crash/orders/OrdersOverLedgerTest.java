package dev.agora.crash.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.order.OrderEvent;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.order.Verb;
import dev.agora.money.Credits;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Two agents who buy from each other, an arbiter, the clock and the ledger, each doing whatever
 * they can think of whenever they like.
 */
class OrdersOverLedgerTest {

  private static final int STEPS_MAX = 80;

  /** How often every end of an order has to be reached for the runs to mean something. */
  private static final int ENOUGH = 20;

  private enum Kind {
    BUY,
    BUYER,
    SELLER,
    ARBITER,
    GIVE_BACK,
    PASS,
    SWEEP,
    DELIVER
  }

  /** One step; what the numbers mean depends on its kind. */
  record Step(Kind kind, int which, int detail) {}

  private static final List<OrderEvent> DEEDS =
      List.of(
          new OrderEvent.Plain(Verb.ACCEPT),
          new OrderEvent.Plain(Verb.DELIVER),
          new OrderEvent.Plain(Verb.APPROVE),
          new OrderEvent.Plain(Verb.DECLINE),
          new OrderEvent.Plain(Verb.CANCEL),
          new OrderEvent.Plain(Verb.REVISE),
          new OrderEvent.Plain(Verb.ACCEPT_SPLIT),
          new OrderEvent.Plain(Verb.REVIEW),
          new OrderEvent.ProposeSplit(3_333),
          new OrderEvent.ProposeSplit(0),
          new OrderEvent.OpenDispute("thin", null, 2_500),
          new OrderEvent.AnswerDispute("it is not"),
          new OrderEvent.RuleDispute(6_667, "half", "hum"),
          new OrderEvent.RuleDispute(0, "nothing", "hum"));

  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMinutes(15),
          Duration.ofHours(5),
          Duration.ofHours(10).plusMillis(1),
          Duration.ofHours(24),
          Duration.ofDays(3),
          Duration.ofDays(7));

  private static final List<Credits> PRICES =
      List.of(
          Credits.parse("0.000021"), Credits.of(3), Credits.parse("49.999999"), Credits.of(120));

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(2, Kind.BUY),
            Tuple.of(7, Kind.BUYER),
            Tuple.of(7, Kind.SELLER),
            Tuple.of(1, Kind.ARBITER),
            Tuple.of(1, Kind.GIVE_BACK),
            Tuple.of(2, Kind.PASS),
            Tuple.of(1, Kind.SWEEP),
            Tuple.of(7, Kind.DELIVER));
    return Combinators.combine(
            kinds, Arbitraries.integers().between(0, 9), Arbitraries.integers().between(0, 99))
        .as(Step::new)
        .list()
        .ofMaxSize(STEPS_MAX);
  }

  @Property(tries = 2_000)
  void noSequenceLosesOrMakesCreditsAndEveryOrderEnds(@ForAll("steps") List<Step> steps) {
    Market market = new Market();
    market.buy(0, Credits.of(100), true);
    for (Step step : steps) {
      take(market, step);
      market.check();
    }
    market.end();
    assertThat(market.commands()).isZero();
    market.ends().forEach(end -> Statistics.label("ends").collect(end));
    Statistics.label("ends")
        .coverage(
            ends -> Market.ENDS.forEach(end -> ends.check(end).count(count -> count > ENOUGH)));
  }

  private static void take(Market market, Step step) {
    int detail = step.detail();
    switch (step.kind()) {
      case BUY -> market.buy(detail % 2, PRICES.get(step.which() % PRICES.size()), detail > 50);
      case BUYER -> market.act(step.which(), Party.BUYER, deed(detail));
      case SELLER -> market.act(step.which(), Party.SELLER, deed(detail));
      case ARBITER -> market.act(step.which(), Party.ARBITER, deed(detail));
      case GIVE_BACK -> market.giveBack(step.which(), PRICES.get(detail % PRICES.size()));
      case PASS -> market.pass(TIMES.get(detail % TIMES.size()));
      case SWEEP -> market.sweep();
      case DELIVER -> {
        if (market.commands() > 0) {
          market.deliver(step.which(), detail % 4 == 0);
        }
      }
    }
  }

  private static OrderEvent deed(int detail) {
    return DEEDS.get(detail % DEEDS.size());
  }
}
