package dev.agora.marketplace.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.Settlement;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BudgetRulesTest {

  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Credits ENOUGH = Credits.ofMicros(40);

  private static Budget open(long amount, long price, int feeBps) {
    Budget.Plan plan =
        new Budget.Plan(
            new ServiceId("svc_" + "1".repeat(32)),
            "Calls",
            new AgentId("agt_" + "2".repeat(32)),
            new AgentId("agt_" + "3".repeat(32)),
            Credits.ofMicros(amount),
            Credits.ofMicros(price),
            FeeRate.ofBasisPoints(feeBps),
            "hld_" + "4".repeat(32),
            NOON,
            NOON.plus(Duration.ofDays(1)));
    return BudgetRules.funded(BudgetRules.ask(new BudgetId("bdg_" + "5".repeat(32)), plan), NOON);
  }

  private static Credits fee(Budget budget, Credits gross) {
    return budget.plan().fee().of(gross);
  }

  /** Zero stands for the ledger's answer to a capture, everything else for so many calls. */
  @Property
  void partsAndTheEndPayWhatOnePaymentOfAllWould(
      @ForAll @LongRange(min = 1, max = 100) long price,
      @ForAll @IntRange(min = 500, max = 1_000) int feeBps,
      @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> steps) {
    Budget budget = open(150 * price, price, feeBps);
    Credits paidNet = Credits.ZERO;
    int uses = 0;
    for (int step : steps) {
      if (step == 0 && budget.captures().asked() != null) {
        Budget captured = BudgetRules.captured(budget, NOON);
        Credits before = budget.captures().paid();
        Credits part = captured.captures().paid().minus(before);
        Credits net = part.minus(fee(budget, before.plus(part)).minus(fee(budget, before)));
        assertThat(net.isPositive()).isTrue();
        paidNet = paidNet.plus(net);
        budget = captured;
      } else if (step > 0 && BudgetRules.whyNotUse(budget, step).isEmpty()) {
        uses++;
        budget = BudgetRules.use(budget, step, NOON);
      }
      if (BudgetRules.isCaptureDue(budget, ENOUGH)) {
        budget = BudgetRules.capture(budget, uses);
      }
      assertThat(budget.captures().total()).isLessThan(budget.plan().amount());
      assertThat(budget.captures().total()).isLessThanOrEqualTo(budget.used());
    }
    if (budget.state() == BudgetState.OPEN) {
      budget = BudgetRules.close(budget, NOON);
    }
    Settlement end = Objects.requireNonNull(budget.settlement());
    assertThat(end.sellerNet()).isGreaterThanOrEqualTo(paidNet);
    assertThat(end.sellerGross()).isGreaterThanOrEqualTo(budget.captures().total());
    assertThat(end.fee()).isEqualTo(fee(budget, end.sellerGross()));
    assertThat(end.buyerRefund().plus(end.sellerNet()).plus(end.fee()))
        .isEqualTo(budget.plan().amount());
  }
}
