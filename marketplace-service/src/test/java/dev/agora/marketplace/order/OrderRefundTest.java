package dev.agora.marketplace.order;

import static dev.agora.marketplace.order.OrderFixture.NOON;
import static dev.agora.marketplace.order.OrderFixture.after;
import static dev.agora.marketplace.order.OrderFixture.in;
import static dev.agora.marketplace.order.OrderFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.marketplace.problem.MarketplaceProblem;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderRefundTest {

  private static final Instant LAST_MOMENT = NOON.plus(Duration.ofDays(30));

  private static OrderEvent refund(long credits) {
    return new OrderEvent.Refund(
        new RefundId("orf_" + "7".repeat(32)), Credits.of(credits), "sorry");
  }

  private static Order refunded(Order order, long credits) {
    return after(order, refund(credits), Party.SELLER);
  }

  @Test
  void partsAreGivenBackUntilNothingIsLeft() {
    Order once = refunded(in(OrderState.COMPLETED), 40);
    assertThat(once.state()).isEqualTo(OrderState.COMPLETED);
    assertThat(once.refundable()).isEqualTo(Credits.of(60));
    assertThat(refused(once, refund(61), Party.SELLER, NOON).code())
        .isEqualTo(MarketplaceProblem.REFUND_TOO_LARGE);
    Order all = refunded(once, 60);
    assertThat(refused(all, refund(1), Party.SELLER, NOON).code())
        .isEqualTo(MarketplaceProblem.ALREADY_REFUNDED);
    assertThat(OrderFixture.MACHINE.nextActions(all, Party.SELLER, NOON))
        .doesNotContain(Verb.REFUND);
  }

  @Test
  void theSettlementStaysWhatItWas() {
    Order before = in(OrderState.COMPLETED);
    assertThat(refunded(before, 100).progress().settlement())
        .isEqualTo(before.progress().settlement());
  }

  @Test
  void whatTheLedgerRefusesCanBeGivenBackLater() {
    Order asked = refunded(in(OrderState.COMPLETED), 40);
    Order again =
        after(asked, new OrderEvent.RefuseRefund(Credits.of(40), "agent_closed"), Party.LEDGER);
    assertThat(again.refundable()).isEqualTo(Credits.of(100));
    Order posted = after(asked, new OrderEvent.Plain(Verb.REFUND_POSTED), Party.LEDGER);
    assertThat(posted.refundable()).isEqualTo(Credits.of(60));
  }

  @Test
  void theWindowEndsAfterThirtyDaysExactly() {
    Order completed = in(OrderState.COMPLETED);
    assertThat(OrderFixture.MACHINE.nextActions(completed, Party.SELLER, LAST_MOMENT))
        .contains(Verb.REFUND);
    assertThat(OrderFixture.changed(completed, refund(40), Party.SELLER, LAST_MOMENT).funds())
        .isEqualTo(Next.Funds.KEEP);
    Instant late = LAST_MOMENT.plusNanos(1000);
    assertThat(refused(completed, refund(40), Party.SELLER, late).code())
        .isEqualTo(MarketplaceProblem.REFUND_TOO_LATE);
    assertThat(OrderFixture.MACHINE.nextActions(completed, Party.SELLER, late))
        .doesNotContain(Verb.REFUND);
  }

  @Test
  void onlyTheSellerGivesBackAndOnlyOfACompletedOrder() {
    assertThat(refused(in(OrderState.COMPLETED), refund(40), Party.BUYER, NOON).code())
        .isEqualTo(MarketplaceProblem.NOT_YOUR_MOVE);
    assertThat(refused(in(OrderState.PARTIALLY_REFUNDED), refund(40), Party.SELLER, NOON).code())
        .isEqualTo(MarketplaceProblem.NOT_IN_THIS_STATE);
  }
}
