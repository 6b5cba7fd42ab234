package dev.agora.payout.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
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
}
