package dev.agora.marketplace.order;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order under escrow; immutable, changed only by {@link OrderMachine}.
 *
 * @param id of the order
 * @param deal what was agreed
 * @param state where it stands
 * @param progress what the state needs to know
 * @param timers what happens by itself, and when
 * @param version counts changes, from 1
 * @param updatedAt when the last change happened
 */
public record Order(
    OrderId id,
    Deal deal,
    OrderState state,
    Progress progress,
    Map<Verb, Instant> timers,
    long version,
    Instant updatedAt) {

  public Order {
    timers = Map.copyOf(timers);
  }

  /** What the clock did by a moment and has not been applied yet: the earliest of it. */
  public Optional<Map.Entry<Verb, Instant>> due(Instant now) {
    return timers.entrySet().stream()
        .filter(timer -> !timer.getValue().isAfter(now))
        .min(Map.Entry.<Verb, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
  }

  /** What of the released price the seller has not given back yet. */
  public Credits refundable() {
    Settlement settlement = progress.settlement();
    return settlement == null ? Credits.ZERO : settlement.sellerGross().minus(progress.refunded());
  }

  Order with(OrderState next, Progress changed) {
    return new Order(id, deal, next, changed, timers, version, updatedAt);
  }

  Order with(Progress changed) {
    return with(state, changed);
  }

  Order withTimer(Verb verb, Instant at) {
    Map<Verb, Instant> more = new EnumMap<>(Verb.class);
    more.putAll(timers);
    more.put(verb, at);
    return withTimers(more);
  }

  Order withoutTimer(Verb verb) {
    Map<Verb, Instant> fewer = new EnumMap<>(Verb.class);
    fewer.putAll(timers);
    fewer.remove(verb);
    return withTimers(fewer);
  }

  Order withTimers(Map<Verb, Instant> changed) {
    return new Order(id, deal, state, progress, changed, version, updatedAt);
  }

  Order revised(Instant now) {
    return new Order(id, deal, state, progress, timers, version + 1, now);
  }
}
