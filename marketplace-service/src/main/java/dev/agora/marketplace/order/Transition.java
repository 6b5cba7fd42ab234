package dev.agora.marketplace.order;

import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the order's state machine.
 *
 * @param from the state in which it applies
 * @param verb what happens
 * @param by who may make it happen
 * @param event what it brings along
 * @param guard what else must hold
 * @param limit what it brings along must keep to
 * @param effect what it changes
 * @param to the states that it can lead to; more than one where the terms or the shares decide
 */
record Transition<E extends OrderEvent>(
    OrderState from,
    Verb verb,
    Party by,
    Class<E> event,
    Guard guard,
    Limit<E> limit,
    Effect<E> effect,
    Set<OrderState> to) {

  Transition {
    to = Set.copyOf(to);
  }

  /** When something happens, to whom, and how long everything takes. */
  record Moment(Party by, Instant now, OrderTimes times) {}

  /** A condition beyond state and party. */
  @FunctionalInterface
  interface Guard {

    Guard NONE = (order, moment) -> Optional.empty();

    /** Why not; empty if the condition holds. */
    Optional<MarketplaceProblem> refusal(Order order, Moment moment);
  }

  /** A condition on what an event brings along. */
  @FunctionalInterface
  interface Limit<E> {

    /** Why not; empty if it keeps to the limit. */
    Optional<MarketplaceProblem> refusal(Order order, E event);

    static <E> Limit<E> none() {
      return (order, event) -> Optional.empty();
    }
  }

  /** What a transition makes of an order. */
  @FunctionalInterface
  interface Effect<E> {

    Next.Changed apply(Order order, E event, Moment moment);
  }

  static Transition<OrderEvent.Plain> on(
      OrderState from, Verb verb, Party by, Effect<OrderEvent.Plain> effect) {
    return on(from, verb, by, OrderEvent.Plain.class, effect);
  }

  static <E extends OrderEvent> Transition<E> on(
      OrderState from, Verb verb, Party by, Class<E> event, Effect<E> effect) {
    return new Transition<>(from, verb, by, event, Guard.NONE, Limit.none(), effect, Set.of(from));
  }

  /** Names where it leads, if not back to where it began. */
  Transition<E> to(OrderState... states) {
    return new Transition<>(from, verb, by, event, guard, limit, effect, Set.of(states));
  }

  Transition<E> provided(Guard condition) {
    return new Transition<>(from, verb, by, event, condition, limit, effect, to);
  }

  Transition<E> within(Limit<E> bound) {
    return new Transition<>(from, verb, by, event, guard, bound, effect, to);
  }

  /** Why this event can not happen now; empty if it can. */
  Optional<MarketplaceProblem> refusal(Order order, OrderEvent happened, Moment moment) {
    return guard.refusal(order, moment).or(() -> limit.refusal(order, event.cast(happened)));
  }

  /** Applies the effect; guard and limit have been asked before. */
  Next.Changed apply(Order order, OrderEvent happened, Moment moment) {
    Next.Changed changed = effect.apply(order, event.cast(happened), moment);
    if (!to.contains(changed.order().state())) {
      throw new IllegalStateException(
          "%s of %s leads to %s".formatted(verb, from, changed.order().state()));
    }
    return changed;
  }
}
