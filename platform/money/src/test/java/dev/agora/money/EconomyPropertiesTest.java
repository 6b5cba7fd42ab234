package dev.agora.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Plays the simplest pump against every economy that the guards let pass: buy, pay, convert. */
class EconomyPropertiesTest {

  private static final Economy STANDARD = Economy.standard();

  @Property
  void no_ring_of_two_gets_more_out_than_the_platform_kept(
      @ForAll @IntRange(min = 200, max = 500) int purchaseFee,
      @ForAll @IntRange(min = 500, max = 1000) int transferFee,
      @ForAll @IntRange(min = 500, max = 1000) int marketplaceFee,
      @ForAll @IntRange(min = 1000, max = 1500) int conversionFee,
      @ForAll @LongRange(min = 100, max = 100_000) long cents,
      @ForAll @LongRange(max = 10_000) long bonusTenths) {
    CreditPackage offer =
        new CreditPackage("pkg", Usd.ofCents(cents), Usd.ofCents(bonusTenths).atPar());
    Optional<Economy> passed =
        economy(offer, purchaseFee, transferFee, marketplaceFee, conversionFee);
    Assume.that(passed.isPresent());
    Economy economy = passed.orElseThrow();

    Usd kept = offer.price().minus(economy.purchaseFee().of(offer.price()));
    Credits earned = offer.credits().minus(economy.lowestFee().of(offer.credits()));
    Usd gross = Usd.ofCents(earned.micros() / Credits.MICROS_PER_CENT);
    Usd paidOut = gross.minus(economy.conversionFee().of(gross));

    assertThat(paidOut).isLessThanOrEqualTo(kept);
  }

  private static Optional<Economy> economy(
      CreditPackage offer, int purchase, int transfer, int marketplace, int conversion) {
    try {
      return Optional.of(
          new Economy(
              List.of(offer),
              STANDARD.customMin(),
              STANDARD.customMax(),
              FeeRate.ofBasisPoints(purchase),
              FeeRate.ofBasisPoints(transfer),
              FeeRate.ofBasisPoints(marketplace),
              FeeRate.ofBasisPoints(conversion),
              STANDARD.conversionMin(),
              STANDARD.conversionMaxPerAgent(),
              STANDARD.conversionMaxPerOwner(),
              Duration.ZERO));
    } catch (InvalidEconomyException refused) {
      return Optional.empty();
    }
  }
}
