package dev.agora.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class MoneyPropertiesTest {

  private static final long MICROS_MAX = Credits.MAX.micros();
  private static final long CENTS_MAX = Usd.MAX.cents();

  @Property
  void credits_are_read_as_they_were_written(@ForAll("credits") Credits amount) {
    assertThat(Credits.parse(amount.toString())).isEqualTo(amount);
  }

  @Property
  void dollars_are_read_as_they_were_written(@ForAll("dollars") Usd amount) {
    assertThat(Usd.parse(amount.toString())).isEqualTo(amount);
  }

  @Property
  void what_is_written_is_the_exact_decimal(
      @ForAll("credits") Credits credits, @ForAll("dollars") Usd dollars) {
    assertThat(new BigDecimal(credits.toString()))
        .isEqualByComparingTo(BigDecimal.valueOf(credits.micros(), 6));
    assertThat(dollars.toString()).isEqualTo(BigDecimal.valueOf(dollars.cents(), 2).toString());
  }

  @Property
  void an_amount_is_what_is_above_zero(@ForAll("credits") Credits amount) {
    if (amount.isPositive()) {
      assertThat(Credits.parseAmount(amount.toString())).isEqualTo(amount);
    } else {
      assertThatThrownBy(() -> Credits.parseAmount(amount.toString()))
          .isInstanceOf(InvalidAmountException.class);
    }
  }

  @Property
  void any_text_is_read_or_refused_and_never_anything_else(
      @ForAll @StringLength(max = 40) String text) {
    try {
      Credits read = Credits.parseAmount(text);
      assertThat(new BigDecimal(text)).isEqualByComparingTo(BigDecimal.valueOf(read.micros(), 6));
    } catch (InvalidAmountException refused) {
      assertThat(refused.getMessage()).startsWith("must ");
    }
  }

  @Property
  void a_fee_is_the_exact_share_rounded_up_and_never_more_than_the_amount(
      @ForAll("amounts") Credits amount, @ForAll @IntRange(max = 10_000) int basisPoints) {
    Credits fee = FeeRate.ofBasisPoints(basisPoints).of(amount);

    BigDecimal exact =
        new BigDecimal(BigInteger.valueOf(amount.micros()))
            .multiply(BigDecimal.valueOf(basisPoints))
            .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.CEILING);
    assertThat(fee.micros()).isEqualTo(exact.longValueExact());
    assertThat(fee).isBetween(Credits.ZERO, amount);
  }

  @Property
  void a_fee_in_dollars_is_the_exact_share_rounded_up_to_the_cent(
      @ForAll("payments") Usd amount, @ForAll @IntRange(max = 10_000) int basisPoints) {
    Usd fee = FeeRate.ofBasisPoints(basisPoints).of(amount);

    BigDecimal exact =
        BigDecimal.valueOf(amount.cents())
            .multiply(BigDecimal.valueOf(basisPoints))
            .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.CEILING);
    assertThat(fee.cents()).isEqualTo(exact.longValueExact());
    assertThat(fee).isBetween(Usd.ZERO, amount);
  }

  @Property
  void two_fees_on_two_parts_are_never_less_than_one_fee_on_the_whole(
      @ForAll("amounts") Credits amount, @ForAll @IntRange(max = 10_000) int basisPoints) {
    FeeRate rate = FeeRate.ofBasisPoints(basisPoints);
    Credits part = Credits.ofMicros(amount.micros() / 3);

    assertThat(rate.of(part).plus(rate.of(amount.minus(part))))
        .isGreaterThanOrEqualTo(rate.of(amount));
  }

  @Property
  void dollars_buy_credits_that_redeem_for_the_same_dollars(@ForAll("dollars") Usd amount) {
    assertThat(amount.atPar().isWholeCents()).isTrue();
    assertThat(amount.atPar().atPar()).isEqualTo(amount);
  }

  @Property
  void sums_are_exact_or_refused(@ForAll("credits") Credits one, @ForAll("credits") Credits other) {
    BigInteger exact = BigInteger.valueOf(one.micros()).add(BigInteger.valueOf(other.micros()));
    if (exact.abs().compareTo(BigInteger.valueOf(MICROS_MAX)) <= 0) {
      assertThat(one.plus(other).micros()).isEqualTo(exact.longValueExact());
      assertThat(one.plus(other).minus(other)).isEqualTo(one);
    } else {
      assertThatThrownBy(() -> one.plus(other)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Provide
  Arbitrary<Credits> credits() {
    return Arbitraries.longs().between(-MICROS_MAX, MICROS_MAX).map(Credits::ofMicros);
  }

  @Provide
  Arbitrary<Credits> amounts() {
    return Arbitraries.longs().between(0, MICROS_MAX).map(Credits::ofMicros);
  }

  @Provide
  Arbitrary<Usd> dollars() {
    return Arbitraries.longs().between(-CENTS_MAX, CENTS_MAX).map(Usd::ofCents);
  }

  @Provide
  Arbitrary<Usd> payments() {
    return Arbitraries.longs().between(0, CENTS_MAX).map(Usd::ofCents);
  }
}
