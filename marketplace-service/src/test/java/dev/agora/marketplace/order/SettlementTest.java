package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SettlementTest {

  @Property
  void refundNetAndFeeAlwaysMakeUpThePrice(
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long price,
      @ForAll @IntRange(max = 10_000) int sellerBps,
      @ForAll @IntRange(min = 500, max = 1_000) int feeBps) {
    Credits whole = Credits.ofMicros(price);
    Settlement settlement = Settlement.of(whole, sellerBps, FeeRate.ofBasisPoints(feeBps));
    assertThat(settlement.buyerRefund().plus(settlement.sellerNet()).plus(settlement.fee()))
        .isEqualTo(whole);
    assertThat(settlement.sellerGross().isZero()).isEqualTo(settlement.sellerNet().isZero());
  }

  @Test
  void aShareThatTheFeeWouldEatGoesToTheBuyer() {
    Settlement settlement = Settlement.of(Credits.ofMicros(10_000), 1, FeeRate.ofBasisPoints(500));
    assertThat(settlement.buyerRefund()).isEqualTo(Credits.ofMicros(10_000));
    assertThat(settlement.outcome()).isEqualTo(OrderState.REFUNDED);
  }

  @Test
  void theFeeIsTakenOnceOnTheReleasedPartOfASplit() {
    Settlement settlement = Settlement.of(Credits.of(10), 3_333, FeeRate.ofBasisPoints(500));
    assertThat(settlement.sellerGross()).isEqualTo(Credits.parse("3.333"));
    assertThat(settlement.fee()).isEqualTo(Credits.parse("0.16665"));
    assertThat(settlement.sellerNet()).isEqualTo(Credits.parse("3.16635"));
    assertThat(settlement.buyerRefund()).isEqualTo(Credits.parse("6.667"));
  }
}
