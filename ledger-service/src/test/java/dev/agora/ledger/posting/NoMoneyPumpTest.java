package dev.agora.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.HoldId;
import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.InvalidEconomyException;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Whatever several owners and agents do together, they never get more dollars out than they paid
 * in, in any configuration that the guard lets pass.
 */
class NoMoneyPumpTest {

  /** What the platform gives away out of what it has collected is no gain of a trick. */
  private static final Set<Step.Verb> GIFTS =
      EnumSet.of(Step.Verb.FUND, Step.Verb.REWARD, Step.Verb.GRANT);

  private static final FeeRate TWO = FeeRate.ofBasisPoints(200);
  private static final FeeRate FIVE = FeeRate.ofBasisPoints(500);
  private static final FeeRate TEN = FeeRate.ofBasisPoints(1000);
  private static final CreditPackage HUNDRED =
      new CreditPackage("pkg_100", Usd.parse("100.00"), Credits.of(200));

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void noCoalitionGains(@ForAll("passing") Economy economy, @ForAll("steps") List<Step> sequence) {
    List<Step> own = sequence.stream().filter(step -> !GIFTS.contains(step.verb())).toList();
    ShortestFailure.check(
        own,
        steps -> {
          LedgerRun run = LedgerPropertiesTest.severalOwners(economy);
          Coalition coalition = new Coalition(run, economy);
          steps.forEach(
              step -> {
                run.take(step);
                coalition.requireNoGain();
              });
          coalition.cashOut();
        });
  }

  /** The configurations of the property are right at the bound: 0.1 credit more is refused. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theGuardRefusesOneTenthOfACreditMore(@ForAll("passing") Economy economy) {
    List<FeeRate> fees =
        List.of(
            economy.purchaseFee(),
            economy.transferFee(),
            economy.marketplaceFee(),
            economy.conversionFee());
    Usd price = economy.packages().getFirst().price();
    Usd highest = Usd.ofCents(Economies.highestBonus(price, fees));

    assertThat(Economies.passes(new CreditPackage("pkg", price, highest.atPar()), fees)).isTrue();
    assertThat(
            Economies.passes(
                new CreditPackage("pkg", price, highest.plus(Usd.ofCents(1)).atPar()), fees))
        .isFalse();
  }

  @Example
  void theGuardRefusesTheSeedOfTheLoopOf2_60() {
    assertThatThrownBy(
            () -> Economies.with(List.of(HUNDRED), List.of(TWO, FIVE, FIVE, TEN), Duration.ZERO))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessageContaining("package pkg_100 of $100.00 with 200 bonus credits is a money pump");
  }

  /** So the property can fail: without the guard, one round of the loop gains $2.60 of $100. */
  @Example
  void withoutTheGuardTheLoopGains2_60OfEvery100() {
    LedgerFixture ledger = LedgerFixture.withoutSeasoning();
    List<LedgerRun.Told> story = new ArrayList<>();
    AgentId ada = LedgerFixture.ADA;
    AgentId bob = LedgerFixture.BOB;
    HoldId hold = LedgerFixture.hold(1);
    Usd gross = Usd.parse("114.00");
    Usd fee = TEN.of(gross);
    for (Posting posting :
        List.of(
            new Bought(1, ada, HUNDRED, TWO).posting(new PostingId("buy")),
            new Posting.Transfer(new PostingId("pay"), ada, bob, Credits.of(1200), FIVE, Note.NONE),
            new Posting.PlaceHold(
                new PostingId("reserve"),
                hold,
                HoldPurpose.CONVERSION,
                bob,
                null,
                Credits.of(1140),
                "cnv"),
            new Posting.CaptureConversion(
                new PostingId("convert"),
                hold,
                bob,
                gross,
                fee,
                TEN,
                gross.minus(fee),
                Note.NONE))) {
      story.add(new LedgerRun.Told(posting, ledger.post(posting)));
    }

    assertThat(story).allMatch(told -> told.outcome() instanceof Outcome.Accepted);
    assertThat(Coalition.gain(story)).isEqualTo(Usd.parse("2.60"));
  }

  @Provide
  Arbitrary<Economy> passing() {
    return Economies.passing();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Economies.steps();
  }
}
