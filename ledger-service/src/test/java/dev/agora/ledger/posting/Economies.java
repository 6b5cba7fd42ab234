package dev.agora.ledger.posting;

import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.InvalidEconomyException;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** What the properties of this package draw: steps, seasonings and whole configurations. */
final class Economies {

  private static final Economy STANDARD = Economy.standard();

  /** Twice what a bank does. */
  private static final List<Step.Verb> AT_BANKS =
      List.of(
          Step.Verb.WARN,
          Step.Verb.DISPUTE,
          Step.Verb.DISPUTE,
          Step.Verb.WIN,
          Step.Verb.LOSE,
          Step.Verb.LOSE,
          Step.Verb.RESERVE_REFUND,
          Step.Verb.CAPTURE_REFUND,
          Step.Verb.RELEASE,
          Step.Verb.BUY,
          Step.Verb.PAY,
          Step.Verb.SPEND,
          Step.Verb.ORDER,
          Step.Verb.SETTLE,
          Step.Verb.GIVE_BACK,
          Step.Verb.RESERVE,
          Step.Verb.CONVERT,
          Step.Verb.WAIT,
          Step.Verb.CLOSE);

  private Economies() {}

  /** Up to 60 steps, BUY first so that a failure shrinks towards it. */
  static Arbitrary<List<Step>> steps() {
    return steps(verbs());
  }

  private static Arbitrary<List<Step>> steps(Arbitrary<Step.Verb> verbs) {
    Arbitrary<Long> micros =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 30),
            Arbitraries.longs().between(1, 2_000).map(tenths -> tenths * 100_000),
            Arbitraries.longs().between(1, 1_500_000_000));
    return Combinators.combine(
            verbs,
            Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform()),
            Arbitraries.integers().between(0, 999).withDistribution(RandomDistribution.uniform()),
            micros)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Step.Verb> verbs() {
    return Arbitraries.of(
        Arrays.stream(Step.Verb.values())
            .flatMap(verb -> Collections.nCopies(weight(verb), verb).stream())
            .toList());
  }

  /** Banks at few purchases, and what else becomes of their credits meanwhile. */
  static Arbitrary<List<Step>> bankSteps() {
    return steps(Arbitraries.of(AT_BANKS));
  }

  private static int weight(Step.Verb verb) {
    return switch (verb) {
      case BUY, ORDER -> 5;
      case PAY, SETTLE, RESERVE, CONVERT, WAIT -> 5;
      case SET_ASIDE, GIVE_BACK, FUND, REWARD, CAPTURE_REFUND, THAW_FUNDED -> 4;
      case FREEZE_FUNDED -> 3;
      case FREEZE, LIMIT, CHARGE_BACK -> 1;
      default -> 2;
    };
  }

  static Arbitrary<Duration> seasonings() {
    return Arbitraries.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(7));
  }

  /** Any configuration that the guard lets pass; every other one as near to its bound as can be. */
  static Arbitrary<Economy> passing() {
    Arbitrary<List<FeeRate>> fees =
        Combinators.combine(rate(200, 500), rate(500, 1000), rate(500, 1000), rate(1000, 1500))
            .as(List::of);
    return Combinators.combine(
            fees,
            Arbitraries.longs().between(500, 100_000).map(Usd::ofCents),
            Arbitraries.integers().between(50, 150),
            seasonings())
        .as(
            (rates, price, percent, seasoning) -> {
              long most = highestBonus(price, rates);
              Credits bonus = tenths(most * Math.min(percent, 100) / 100);
              return with(List.of(new CreditPackage("pkg", price, bonus)), rates, seasoning);
            });
  }

  private static Arbitrary<FeeRate> rate(int min, int max) {
    return Arbitraries.integers()
        .between(min, max)
        .withDistribution(RandomDistribution.uniform())
        .map(FeeRate::ofBasisPoints);
  }

  /** Of a package of that price, in tenths of a credit: what the guard just lets pass. */
  static long highestBonus(Usd price, List<FeeRate> fees) {
    long passes = 0;
    long fails = price.cents();
    while (fails - passes > 1) {
      long middle = (passes + fails) / 2;
      if (passes(new CreditPackage("pkg", price, tenths(middle)), fees)) {
        passes = middle;
      } else {
        fails = middle;
      }
    }
    return passes;
  }

  static boolean passes(CreditPackage offer, List<FeeRate> fees) {
    try {
      with(List.of(offer), fees, Duration.ZERO);
      return true;
    } catch (InvalidEconomyException refused) {
      return false;
    }
  }

  private static Credits tenths(long tenths) {
    return Usd.ofCents(tenths).atPar();
  }

  static Economy standard(Duration seasoning) {
    return with(
        STANDARD.packages(),
        List.of(
            STANDARD.purchaseFee(),
            STANDARD.transferFee(),
            STANDARD.marketplaceFee(),
            STANDARD.conversionFee()),
        seasoning);
  }

  /** With the fees of purchase, transfer, marketplace and conversion. */
  static Economy with(List<CreditPackage> packages, List<FeeRate> fees, Duration seasoning) {
    return new Economy(
        packages,
        STANDARD.customMin(),
        STANDARD.customMax(),
        fees.get(0),
        fees.get(1),
        fees.get(2),
        fees.get(3),
        STANDARD.conversionMin(),
        STANDARD.conversionMaxPerAgent(),
        STANDARD.conversionMaxPerOwner(),
        seasoning);
  }
}
