package dev.agora.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.000001",
    "-1, -0.000001",
    "20500000, 20.5",
    "-20000000, -20",
    "1000000000000000000, 1000000000000",
    "-1000000000000000000, -1000000000000"
  })
  void the_wire_has_no_trailing_zeros(long micros, String text) {
    assertThat(Credits.ofMicros(micros)).hasToString(text);
  }

  @Test
  void more_than_a_trillion_credits_do_not_exist() {
    assertThatThrownBy(() -> Credits.ofMicros(1_000_000_000_000_000_001L))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.ofMicros(Long.MIN_VALUE))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Credits.MAX.plus(Credits.ofMicros(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void a_tenth_of_a_credit_is_a_cent_and_less_is_none() {
    assertThat(Credits.parse("0.1").atPar()).isEqualTo(Usd.ofCents(1));
    assertThat(Credits.of(100).atPar()).isEqualTo(Usd.ofCents(10_00));
    assertThatThrownBy(() -> Credits.parse("0.05").atPar()).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void dollars_always_show_their_cents() {
    assertThat(Usd.ofCents(180)).hasToString("1.80");
    assertThat(Usd.ofCents(-5)).hasToString("-0.05");
    assertThat(Usd.ZERO).hasToString("0.00");
    assertThatThrownBy(() -> Usd.MAX.plus(Usd.ofCents(1))).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"500, 20, 1", "300, 10, 0.3", "500, 0.000001, 0.000001", "0, 20, 0", "10000, 20, 20"})
  void a_fee_is_taken_out_of_the_amount(int basisPoints, String amount, String fee) {
    assertThat(FeeRate.ofBasisPoints(basisPoints).of(Credits.parse(amount))).hasToString(fee);
  }

  @Test
  void a_fee_of_a_debt_or_of_more_than_all_is_a_bug() {
    assertThatThrownBy(() -> FeeRate.ofBasisPoints(500).of(Credits.of(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FeeRate.ofBasisPoints(10_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FeeRate.ofBasisPoints(-1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(FeeRate.ofBasisPoints(250)).hasToString("2.5%");
  }
}
