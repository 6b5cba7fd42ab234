package dev.agora.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.Bucket;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Random sequences of postings of all kinds; every invariant after every step. */
class LedgerPropertiesTest {

  /** What makes earned credits within one owner, too. */
  private static final Set<Step.Verb> OTHER_INCOME =
      EnumSet.of(Step.Verb.REWARD, Step.Verb.CLAIM, Step.Verb.RESTORE);

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everyInvariantHoldsAfterEveryStep(
      @ForAll("steps") List<Step> sequence, @ForAll("seasonings") Duration seasoning) {
    ShortestFailure.check(
        sequence, steps -> steps.forEach(severalOwners(Economies.standard(seasoning))::take));
  }

  /**
   * Recovered, out of what was frozen and what the buyer had, and debt and loss are what was
   * disputed, for every interleaving of warnings, disputes, also of parts, and refunds of few
   * purchases with spending, payments and conversions: {@link DisputeSums} after every step.
   */
  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatBanksTakeIsRecoveredOwedOrLost(
      @ForAll("bankSteps") List<Step> sequence, @ForAll("seasonings") Duration seasoning) {
    ShortestFailure.check(
        sequence, steps -> steps.forEach(severalOwners(Economies.standard(seasoning))::take));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void agentsOfOneOwnerCreateNothingConvertible(@ForAll("steps") List<Step> sequence) {
    List<Step> inside =
        sequence.stream().filter(step -> !OTHER_INCOME.contains(step.verb())).toList();
    ShortestFailure.check(
        inside,
        steps -> {
          LedgerRun run =
              new LedgerRun(Economy.standard(), agent -> agent == 4 ? null : LedgerFixture.owner(1))
                  .stocked();
          steps.forEach(run::take);
          assertThat(run.sum(Bucket.EARNED)).isEqualTo(Credits.ZERO);
        });
  }

  /** With a claim that is wrong: nobody ever earns. */
  @Example
  void aFailureShrinksToTheStepsThatMatter() {
    Random random = new Random(7);
    List<Step> sequence =
        Economies.steps().list().ofSize(12).generator(100).next(random).value().stream()
            .flatMap(List::stream)
            .toList();

    assertThatThrownBy(
            () ->
                ShortestFailure.check(
                    sequence,
                    steps -> {
                      LedgerRun run = severalOwners(Economy.standard());
                      steps.forEach(run::take);
                      if (!run.sum(Bucket.EARNED).isZero()) {
                        throw new AssertionError(steps.size() + " steps: " + steps);
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("(?s)[123] steps.*");
  }

  static LedgerRun severalOwners(Economy economy) {
    return new LedgerRun(economy, agent -> agent == 4 ? null : LedgerFixture.owner(agent / 2))
        .stocked();
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Economies.steps();
  }

  @Provide
  Arbitrary<List<Step>> bankSteps() {
    return Economies.bankSteps();
  }

  @Provide
  Arbitrary<Duration> seasonings() {
    return Economies.seasonings();
  }
}
