package dev.agora.portal.overview;

import dev.agora.money.Credits;
import dev.agora.portal.api.Balance;
import dev.agora.portal.api.Limits;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All agents together.
 *
 * @param complete whether every agent's figures are in the sums
 * @param daily what they spend a day, over the last week; null if that is not known
 */
record Overview(
    List<AgentCard> agents,
    boolean complete,
    Credits available,
    Credits held,
    Credits seasoning,
    Credits spentToday,
    Credits spentThisMonth,
    @Nullable Credits daily) {

  private static final long DAYS_SHOWN_MAX = 999;
  private static final long TENTH = Credits.MICROS_PER_CREDIT / 10;

  static Overview of(List<AgentCard> agents, @Nullable Credits spentInDays, int days) {
    return new Overview(
        agents,
        agents.stream().noneMatch(card -> card.balance().isMissing() || card.limits().isMissing()),
        balances(agents, Balance::available),
        balances(agents, Balance::held),
        balances(agents, Balance::seasoning),
        limits(agents, Limits::spentToday),
        limits(agents, Limits::spentThisMonth),
        spentInDays == null ? null : Credits.ofMicros(spentInDays.micros() / days / TENTH * TENTH));
  }

  /** How many days the credits last at this pace; null if there is no pace to speak of. */
  public @Nullable Long daysLeft() {
    if (daily == null || !daily.isPositive()) {
      return null;
    }
    return Math.min(DAYS_SHOWN_MAX, Math.max(0, available.micros()) / daily.micros());
  }

  private static Credits balances(List<AgentCard> agents, Function<Balance, Credits> part) {
    return agents.stream()
        .map(card -> card.balance().value())
        .map(balance -> balance == null ? Credits.ZERO : part.apply(balance))
        .reduce(Credits.ZERO, Credits::plus);
  }

  private static Credits limits(List<AgentCard> agents, Function<Limits, Credits> part) {
    return agents.stream()
        .map(card -> card.limits().value())
        .map(limits -> limits == null ? Credits.ZERO : part.apply(limits))
        .reduce(Credits.ZERO, Credits::plus);
  }
}
