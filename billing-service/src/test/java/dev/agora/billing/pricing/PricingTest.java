package dev.agora.billing.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.pricing.PriceResult.AmountOutOfRange;
import dev.agora.billing.pricing.PriceResult.NoSuchPackage;
import dev.agora.billing.pricing.PriceResult.Priced;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

  private final Pricing pricing = new Pricing(Economy.standard());

  @ParameterizedTest
  @CsvSource({
    "pkg_10, 10.00, 100, 0, 0.30",
    "pkg_50, 50.00, 500, 50, 1.50",
    "pkg_100, 100.00, 1000, 200, 3.00",
  })
  void packagesCostWhatTheEconomySays(
      String id, String price, String base, String bonus, String fee) {
    assertThat(pricing.ofPackage(id))
        .isEqualTo(
            new Priced(
                new Price(
                    id,
                    Usd.parse(price),
                    Credits.parse(base),
                    Credits.parse(bonus),
                    Usd.parse(fee),
                    300)));
  }

  @ParameterizedTest
  @CsvSource({"5.00, 50, 0.15", "7.77, 77.7, 0.24", "1000.00, 10000, 30.00"})
  void amountsBuyTenCreditsADollarWithoutBonus(String price, String base, String fee) {
    assertThat(pricing.ofAmount(Usd.parse(price)))
        .isEqualTo(
            new Priced(
                new Price(
                    "custom",
                    Usd.parse(price),
                    Credits.parse(base),
                    Credits.ZERO,
                    Usd.parse(fee),
                    300)));
  }

  @ParameterizedTest
  @CsvSource({"4.99", "1000.01"})
  void amountsHaveBounds(String price) {
    assertThat(pricing.ofAmount(Usd.parse(price)))
        .isEqualTo(new AmountOutOfRange(Usd.parse("5.00"), Usd.parse("1000.00")));
  }

  @Test
  void otherPackagesDoNotExist() {
    assertThat(pricing.ofPackage("pkg_11")).isEqualTo(new NoSuchPackage("pkg_11"));
  }
}
