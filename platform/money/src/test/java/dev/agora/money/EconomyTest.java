package dev.agora.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EconomyTest {

  private static final Economy STANDARD = Economy.standard();

  @Test
  void the_defaults_pass_their_own_guards() {
    assertThat(STANDARD.packages())
        .extracting(CreditPackage::credits)
        .containsExactly(Credits.of(100), Credits.of(550), Credits.of(1200));
    assertThat(STANDARD.findPackage("pkg_100").orElseThrow().bonus()).isEqualTo(Credits.of(200));
    assertThat(STANDARD.findPackage("pkg_1000")).isEmpty();
    assertThat(STANDARD.lowestFee()).isEqualTo(FeeRate.ofBasisPoints(500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          199 | 500  | 500  | 1500 | agora.economy.purchase-fee-bps is 199, but must be between 200 and 500 basis points
          501 | 500  | 500  | 1500 | agora.economy.purchase-fee-bps is 501, but must be between 200 and 500 basis points
          300 | 499  | 500  | 1500 | agora.economy.transfer-fee-bps is 499, but must be between 500 and 1000 basis points
          300 | 1001 | 500  | 1500 | agora.economy.transfer-fee-bps is 1001, but must be between 500 and 1000 basis points
          300 | 500  | 499  | 1500 | agora.economy.marketplace-fee-bps is 499, but must be between 500 and 1000 basis points
          300 | 500  | 1001 | 1500 | agora.economy.marketplace-fee-bps is 1001, but must be between 500 and 1000 basis points
          300 | 500  | 500  | 999  | agora.economy.conversion-fee-bps is 999, but must be between 1000 and 1500 basis points
          300 | 500  | 500  | 1501 | agora.economy.conversion-fee-bps is 1501, but must be between 1000 and 1500 basis points
          """)
  void a_fee_outside_its_range_is_refused_with_property_value_and_range(
      int purchase, int transfer, int marketplace, int conversion, String sentence) {
    assertThatThrownBy(() -> withFees(purchase, transfer, marketplace, conversion))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessage(sentence);
  }

  @Test
  void the_ring_that_draws_2_60_out_of_every_100_is_refused() {
    // 1.2 x 0.95 x 0.90 = 1.026 > 0.98: buy $100, pay the 1200 around once, convert 1140.
    assertThatThrownBy(() -> withFees(200, 500, 500, 1000))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessageContaining("package pkg_100 of $100.00 with 200 bonus credits is a money pump")
        .hasMessageContaining("5%")
        .hasMessageContaining("10%");
  }

  @Test
  void the_lower_of_the_two_payment_fees_decides() {
    assertThatThrownBy(() -> withFees(500, 1000, 500, 1500))
        .isInstanceOf(InvalidEconomyException.class);
    assertThatThrownBy(() -> withFees(500, 500, 1000, 1500))
        .isInstanceOf(InvalidEconomyException.class);
    assertThat(withFees(500, 1000, 1000, 1500)).isNotNull();
  }

  @Test
  void a_bonus_of_one_cent_too_much_is_refused() {
    // 0.97 / (0.95 x 0.85) = 1.2012…: 201.2 bonus credits on 1000 fit, 201.3 do not.
    assertThat(withBonus("201.2")).isNotNull();
    assertThatThrownBy(() -> withBonus("201.3")).isInstanceOf(InvalidEconomyException.class);
  }

  /** By rates alone 937.6 bonus credits would fit, and a purchase would miss half a cent. */
  @Test
  void the_purchase_fee_counts_as_it_is_in_cents() {
    assertThatThrownBy(() -> withOddFees("937.6")).isInstanceOf(InvalidEconomyException.class);
    assertThat(withOddFees("937.5")).isNotNull();
  }

  private static Economy withOddFees(String bonus) {
    return new Economy(
        List.of(new CreditPackage("pkg", Usd.ofCents(579_62), Credits.parse(bonus))),
        STANDARD.customMin(),
        STANDARD.customMax(),
        FeeRate.ofBasisPoints(397),
        FeeRate.ofBasisPoints(624),
        FeeRate.ofBasisPoints(785),
        FeeRate.ofBasisPoints(1184),
        STANDARD.conversionMin(),
        STANDARD.conversionMaxPerAgent(),
        STANDARD.conversionMaxPerOwner(),
        STANDARD.seasoning());
  }

  @ParameterizedTest
  @CsvSource({"PT-1S", "P90DT1S"})
  void a_seasoning_outside_0_to_90_days_is_refused(Duration seasoning) {
    assertThatThrownBy(() -> withSeasoning(seasoning))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessageContaining("agora.economy.seasoning is " + seasoning);
  }

  @Test
  void the_ends_of_the_range_of_seasoning_are_in_it() {
    assertThat(withSeasoning(Duration.ZERO).seasoning()).isZero();
    assertThat(withSeasoning(Duration.ofDays(90)).seasoning()).hasDays(90);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0      | 10000 | 50000 | agora.economy.conversion-min is 0, but must be above zero and a multiple of 0.1 credit
          100.05 | 10000 | 50000 | agora.economy.conversion-min is 100.05, but must be above zero and a multiple of 0.1 credit
          100    | 99    | 50000 | agora.economy.conversion-max-per-agent is 99, but must be at least agora.economy.conversion-min, which is 100
          100    | 10000 | 9999  | agora.economy.conversion-max-per-owner is 9999, but must be at least agora.economy.conversion-max-per-agent, which is 10000
          """)
  void conversion_limits_stand_in_order(String min, String agent, String owner, String sentence) {
    assertThatThrownBy(
            () ->
                new Economy(
                    STANDARD.packages(),
                    STANDARD.customMin(),
                    STANDARD.customMax(),
                    STANDARD.purchaseFee(),
                    STANDARD.transferFee(),
                    STANDARD.marketplaceFee(),
                    STANDARD.conversionFee(),
                    Credits.parse(min),
                    Credits.parse(agent),
                    Credits.parse(owner),
                    STANDARD.seasoning()))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessage(sentence);
  }

  @Test
  void an_economy_without_packages_or_with_a_wrong_custom_range_is_refused() {
    assertThatThrownBy(() -> withPackages(List.of(), Usd.ofCents(500), Usd.ofCents(1000)))
        .hasMessageContaining("agora.economy.packages");
    assertThatThrownBy(() -> withPackages(STANDARD.packages(), Usd.ZERO, Usd.ofCents(1000)))
        .hasMessageContaining("agora.economy.custom-min-usd");
    assertThatThrownBy(() -> withPackages(STANDARD.packages(), Usd.ofCents(1000), Usd.ofCents(999)))
        .hasMessageContaining("agora.economy.custom-max-usd");
  }

  private static Economy withFees(int purchase, int transfer, int marketplace, int conversion) {
    return new Economy(
        STANDARD.packages(),
        STANDARD.customMin(),
        STANDARD.customMax(),
        FeeRate.ofBasisPoints(purchase),
        FeeRate.ofBasisPoints(transfer),
        FeeRate.ofBasisPoints(marketplace),
        FeeRate.ofBasisPoints(conversion),
        STANDARD.conversionMin(),
        STANDARD.conversionMaxPerAgent(),
        STANDARD.conversionMaxPerOwner(),
        STANDARD.seasoning());
  }

  private static Economy withBonus(String bonus) {
    return withPackages(
        List.of(new CreditPackage("pkg", Usd.ofCents(100_00), Credits.parse(bonus))),
        STANDARD.customMin(),
        STANDARD.customMax());
  }

  private static Economy withPackages(List<CreditPackage> packages, Usd min, Usd max) {
    return new Economy(
        packages,
        min,
        max,
        STANDARD.purchaseFee(),
        STANDARD.transferFee(),
        STANDARD.marketplaceFee(),
        STANDARD.conversionFee(),
        STANDARD.conversionMin(),
        STANDARD.conversionMaxPerAgent(),
        STANDARD.conversionMaxPerOwner(),
        STANDARD.seasoning());
  }

  private static Economy withSeasoning(Duration seasoning) {
    return new Economy(
        STANDARD.packages(),
        STANDARD.customMin(),
        STANDARD.customMax(),
        STANDARD.purchaseFee(),
        STANDARD.transferFee(),
        STANDARD.marketplaceFee(),
        STANDARD.conversionFee(),
        STANDARD.conversionMin(),
        STANDARD.conversionMaxPerAgent(),
        STANDARD.conversionMaxPerOwner(),
        seasoning);
  }
}
