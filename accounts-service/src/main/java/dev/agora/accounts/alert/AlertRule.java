package dev.agora.accounts.alert;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.human.HumanId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of what an owner wants to be told. It speaks once when the figure crosses the threshold, and is
 * silent until the figure has come back: a balance to a tenth above the threshold, so that one that
 * moves up and down around it speaks once; spending with the next day or month.
 *
 * @param silent whether a rule on the balance has spoken and the balance has not come back
 * @param period in which a rule on spending has spoken last: the day, or the first of the month
 * @param heardVersion of the latest figures that it heard
 */
record AlertRule(
    String id,
    HumanId human,
    AgentId agent,
    AlertKind kind,
    Credits threshold,
    boolean byMail,
    boolean byWebhook,
    boolean silent,
    @Nullable LocalDate period,
    long heardVersion,
    Instant createdAt) {

  private static final long PART_ABOVE = 10;

  /**
   * What a rule makes of figures.
   *
   * @param speaks the figure to tell of; null if there is nothing to tell
   */
  record Heard(AlertRule rule, @Nullable Credits speaks) {}

  /** Older figures than those heard before change nothing. */
  Heard hear(AgentFigures figures) {
    if (figures.version() <= heardVersion) {
      return new Heard(this, null);
    }
    return switch (kind) {
      case LOW_BALANCE -> balance(figures);
      case SPENT_TODAY -> spending(figures, figures.spentToday(), figures.day());
      case SPENT_THIS_MONTH -> spending(figures, figures.spentThisMonth(), figures.month());
    };
  }

  private Heard balance(AgentFigures figures) {
    Credits available = figures.available();
    if (silent) {
      return new Heard(after(figures, !isBack(available), period), null);
    }
    boolean low = available.compareTo(threshold) < 0;
    return new Heard(after(figures, low, period), low ? available : null);
  }

  private boolean isBack(Credits available) {
    return available.micros() >= threshold.micros() + threshold.micros() / PART_ABOVE;
  }

  private Heard spending(AgentFigures figures, Credits spent, LocalDate now) {
    boolean toldAlready = period != null && !now.isAfter(period);
    if (toldAlready || spent.compareTo(threshold) < 0) {
      return new Heard(after(figures, silent, period), null);
    }
    return new Heard(after(figures, silent, now), spent);
  }

  private AlertRule after(AgentFigures heard, boolean nowSilent, @Nullable LocalDate nowPeriod) {
    return new AlertRule(
        id,
        human,
        agent,
        kind,
        threshold,
        byMail,
        byWebhook,
        nowSilent,
        nowPeriod,
        heard.version(),
        createdAt);
  }

  /** With what its owner changed; another threshold may be crossed anew. */
  AlertRule changed(Credits newThreshold, boolean mail, boolean webhook) {
    boolean same = newThreshold.equals(threshold);
    return new AlertRule(
        id,
        human,
        agent,
        kind,
        newThreshold,
        mail,
        webhook,
        same && silent,
        same ? period : null,
        heardVersion,
        createdAt);
  }

  /** Whether it has spoken and waits until its figure has come back. */
  boolean isSilent(LocalDate today) {
    return switch (kind) {
      case LOW_BALANCE -> silent;
      case SPENT_TODAY -> today.equals(period);
      case SPENT_THIS_MONTH -> today.withDayOfMonth(1).equals(period);
    };
  }
}
