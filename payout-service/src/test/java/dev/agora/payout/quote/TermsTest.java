package dev.agora.payout.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "500,   1500, 50.00,   7.50,   42.50",
    "100,   1500, 10.00,   1.50,   8.50",
    "100.1, 1500, 10.01,   1.51,   8.50",
    "123.4, 1000, 12.34,   1.24,   11.10",
    "10000, 1500, 1000.00, 150.00, 850.00",
  })
  void theFeeIsRoundedUpToTheCent(
      String credits, int feeBps, String gross, String fee, String net) {
    assertThat(Terms.of(Credits.parse(credits), FeeRate.ofBasisPoints(feeBps)))
        .isEqualTo(
            new Terms(
                Credits.parse(credits), Usd.parse(gross), Usd.parse(fee), feeBps, Usd.parse(net)));
  }

  @Test
  void termsThatDoNotAddUpDoNotExist() {
    assertThatThrownBy(
            () ->
                new Terms(
                    Credits.of(500), Usd.parse("50.00"), Usd.parse("7.50"), 1500, Usd.parse("43")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
