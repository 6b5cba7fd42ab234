package dev.agora.payout.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionRulesTest {

  private final ConversionRules rules =
      new ConversionRules(Economy.standard(), new QuoteProperties(Duration.ofMinutes(15), "5000"));

  @ParameterizedTest
  @CsvSource({
    "100,        NONE",
    "100.1,      NONE",
    "100.05,     NOT_IN_TENTHS",
    "0.000001,   NOT_IN_TENTHS",
    "99.9,       TOO_SMALL",
    "0.1,        TOO_SMALL",
  })
  void theFormComesBeforeTheMinimum(String credits, ConversionRules.Breach breach) {
    assertThat(rules.check(Credits.parse(credits))).isEqualTo(breach);
  }

  @ParameterizedTest
  @CsvSource({"4999.9, false", "5000, true", "10000, true"})
  void fromTheConfiguredAmountOnItIsLarge(String credits, boolean large) {
    assertThat(rules.isLarge(Credits.parse(credits))).isEqualTo(large);
  }

  @ParameterizedTest
  @CsvSource({
    // Of $42.50 that went for 500 credits, all and parts; the last cent stays with the platform.
    "42.50, 1500, 500,   7.50",
    "10.00, 1500, 117.6, 1.76",
    "0.01,  1500, 0.1,   0.00",
    // The fee of then was lower, and one that was higher counts as today's.
    "9.00,  1000, 100,   1.00",
    "8.50,  2000, 100,   1.50",
  })
  void dollarsThatCameBackGiveNoMoreThanTheyAreWorth(
      String net, int feeBps, String credits, String fee) {
    Terms terms = rules.termsFor(Usd.parse(net), feeBps);
    assertThat(terms.credits()).isEqualTo(Credits.parse(credits));
    assertThat(terms.fee()).isEqualTo(Usd.parse(fee));
    assertThat(terms.net()).isEqualTo(Usd.parse(net));
  }
}
