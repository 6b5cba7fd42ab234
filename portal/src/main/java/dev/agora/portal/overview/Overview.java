package dev.agora.portal.overview;

import dev.agora.money.Credits;
import dev.agora.portal.api.Funds;
import dev.agora.portal.page.AgentFunds;
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
    List<AgentFunds> agents,
    boolean complete,
    Credits available,
    Credits held,
    Credits seasoning,
    Credits spentToday,
    Credits spentThisMonth,
    @Nullable Credits daily) {

  private static final long DAYS_SHOWN_MAX = 999;
  private static final long TENTH = Credits.MICROS_PER_CREDIT / 10;

  static Overview of(List<AgentFunds> agents, @Nullable Credits spentInDays, int days) {
    return new Overview(
        agents,
        agents.stream().noneMatch(card -> card.funds().isMissing()),
        sum(agents, funds -> funds.balance().available()),
        sum(agents, funds -> funds.balance().held()),
        sum(agents, funds -> funds.balance().seasoning()),
        sum(agents, funds -> funds.spending().spentToday()),
        sum(agents, funds -> funds.spending().spentThisMonth()),
        spentInDays == null ? null : Credits.ofMicros(spentInDays.micros() / days / TENTH * TENTH));
  }

  /** How many days the credits last at this pace; null if there is no pace to speak of. */
  public @Nullable Long daysLeft() {
    if (daily == null || !daily.isPositive()) {
      return null;
    }
    return Math.min(DAYS_SHOWN_MAX, Math.max(0, available.micros()) / daily.micros());
  }

  private static Credits sum(List<AgentFunds> agents, Function<Funds, Credits> part) {
    return agents.stream()
        .map(card -> card.funds().value())
        .map(funds -> funds == null ? Credits.ZERO : part.apply(funds))
        .reduce(Credits.ZERO, Credits::plus);
  }
}
