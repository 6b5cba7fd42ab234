package dev.agora.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.Account;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The random runs are not empty: they try every posting that there is, and see it accepted. */
class EveryPostingTest {

  private static final int RUNS = 1_000;
  private static final int ACCEPTED_MIN = 15;
  private static final Map<Class<?>, Integer> TRIED = new HashMap<>();
  private static final Map<Class<?>, Integer> ACCEPTED = new HashMap<>();

  /** How often a debt was made (-1) and repaid (1). */
  private static final Map<Integer, Integer> DEBTS = new HashMap<>();

  private static final Set<Rejection> REASONS = EnumSet.noneOf(Rejection.class);
  private static final Set<HoldStatus> ENDS = EnumSet.noneOf(HoldStatus.class);

  @BeforeContainer
  static void run() {
    RandomGenerator<List<Step>> steps = Economies.steps().generator(1000);
    Random random = new Random(20_261_122);
    for (int index = 0; index < RUNS; index++) {
      Duration seasoning = Economies.seasonings().generator(1000).next(random).value();
      LedgerRun run = LedgerPropertiesTest.severalOwners(Economies.standard(seasoning));
      steps.next(random).value().forEach(run::take);
      run.told().forEach(EveryPostingTest::count);
      run.holds().forEach(hold -> ENDS.add(hold.status()));
    }
  }

  @Example
  void everyTypeOfPostingIsTriedAndOftenAccepted() {
    assertThat(TRIED.keySet()).isEqualTo(leaves(Posting.class));
    leaves(Posting.class)
        .forEach(
            type ->
                assertThat(ACCEPTED.getOrDefault(type, 0))
                    .as("accepted %s", type.getName())
                    .isGreaterThanOrEqualTo(ACCEPTED_MIN));
  }

  /** All but the two that need an agent which is not there: every agent of a run is known. */
  @Example
  void everyReasonToRefuseIsGiven() {
    assertThat(REASONS)
        .containsAll(
            EnumSet.complementOf(EnumSet.of(Rejection.AGENT_UNKNOWN, Rejection.PAYEE_UNKNOWN)));
  }

  @Example
  void holdsEndInEveryWay() {
    assertThat(ENDS).containsExactlyInAnyOrder(HoldStatus.values());
  }

  @Example
  void debtsAreMadeAndRepaid() {
    assertThat(DEBTS.get(-1)).isGreaterThanOrEqualTo(ACCEPTED_MIN);
    assertThat(DEBTS.get(1)).isGreaterThanOrEqualTo(ACCEPTED_MIN);
  }

  /**
   * How lost disputes end in the runs at banks. (A loss takes a buyer who spent everything and
   * closed, for which these are too short: {@link DisputeRulesTest} has it.)
   */
  @Example
  void disputesAreLostInEveryWay() {
    RandomGenerator<List<Step>> steps = Economies.bankSteps().generator(1000);
    Random random = new Random(20_261_130);
    Map<String, Integer> ways = new HashMap<>();
    for (int index = 0; index < RUNS; index++) {
      LedgerRun run = LedgerPropertiesTest.severalOwners(Economies.standard(Duration.ZERO));
      steps.next(random).value().forEach(run::take);
      run.told().forEach(told -> ways(told).forEach(way -> ways.merge(way, 1, Integer::sum)));
    }
    assertThat(ways.keySet())
        .containsExactlyInAnyOrder("recovered", "debt", "part", "after a refund");
    assertThat(ways.values()).allSatisfy(count -> assertThat(count).isGreaterThan(ACCEPTED_MIN));
  }

  private static List<String> ways(LedgerRun.Told told) {
    if (!(told.posting() instanceof Reversal.CloseDispute close)
        || !close.lost()
        || !(told.outcome() instanceof Outcome.Accepted accepted)) {
      return List.of();
    }
    Dispute.End end = Objects.requireNonNull(accepted.dispute()).end();
    Usd rest = close.terms().price().minus(close.refunded());
    return Stream.of(
            end.recovered().isPositive() ? "recovered" : "",
            end.debt().isPositive() ? "debt" : "",
            close.disputed().compareTo(rest) < 0 ? "part" : "",
            close.refunded().isPositive() ? "after a refund" : "")
        .filter(way -> !way.isEmpty())
        .toList();
  }

  private static void count(LedgerRun.Told told) {
    TRIED.merge(told.posting().getClass(), 1, Integer::sum);
    switch (told.outcome()) {
      case Outcome.Accepted accepted -> {
        ACCEPTED.merge(told.posting().getClass(), 1, Integer::sum);
        accepted.entries().stream()
            .filter(entry -> entry.account() instanceof Account.AgentDebt)
            .forEach(entry -> DEBTS.merge(Long.signum(entry.units()), 1, Integer::sum));
      }
      case Outcome.Rejected(var reason, _) -> REASONS.add(reason);
      case Outcome.AlreadyPosted _, Outcome.IdReusedWithOtherContent _ -> {}
    }
  }

  /** The records at the ends of the sealed hierarchy. */
  private static Set<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? new HashSet<>(
            Arrays.stream(type.getPermittedSubclasses())
                .flatMap(each -> leaves(each).stream())
                .toList())
        : new HashSet<>(Stream.of(type).toList());
  }
}
