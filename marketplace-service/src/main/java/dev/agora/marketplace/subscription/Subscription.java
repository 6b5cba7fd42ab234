package dev.agora.marketplace.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A service that is paid by the month; immutable, changed only by {@link SubscriptionMachine}.
 *
 * @param id of the subscription
 * @param plan what was agreed
 * @param state where it stands
 * @param standing what the state needs to know
 * @param period the latest month
 * @param dueAt when the clock acts next: the month's end, or another try; null while a payment is
 *     asked for, and after the end
 * @param version counts changes, from 1
 * @param updatedAt when the last change happened
 */
public record Subscription(
    SubscriptionId id,
    Plan plan,
    SubscriptionState state,
    Standing standing,
    Period period,
    @Nullable Instant dueAt,
    long version,
    Instant updatedAt) {

  boolean isDue(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /**
   * Whether the buyer may use the service: the month is paid, or its renewal is being paid, and
   * nobody has ended it before that moment.
   */
  boolean entitlesAt(Instant now) {
    Instant paidUntil = standing.paidUntil();
    return state == SubscriptionState.ACTIVE
        && paidUntil != null
        && (!standing.canceled() || now.isBefore(paidUntil));
  }

  Subscription changed(
      SubscriptionState next, Standing changed, Period latest, @Nullable Instant due, Instant now) {
    return new Subscription(id, plan, next, changed, latest, due, version + 1, now);
  }

  Subscription changed(Plan agreed, Instant now) {
    return new Subscription(id, agreed, state, standing, period, dueAt, version + 1, now);
  }
}
