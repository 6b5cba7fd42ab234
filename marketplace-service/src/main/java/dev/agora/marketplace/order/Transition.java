package dev.agora.marketplace.order;

import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Instant;
import java.util.Optional;

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
 */
record Transition<E extends OrderEvent>(
    OrderState from,
    Verb verb,
    Party by,
    Class<E> event,
    Guard guard,
    Limit<E> limit,
    Effect<E> effect) {

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
    return new Transition<>(from, verb, by, event, Guard.NONE, Limit.none(), effect);
  }

  Transition<E> provided(Guard condition) {
    return new Transition<>(from, verb, by, event, condition, limit, effect);
  }

  Transition<E> within(Limit<E> bound) {
    return new Transition<>(from, verb, by, event, guard, bound, effect);
  }

  /** Why this event can not happen now; empty if it can. */
  Optional<MarketplaceProblem> refusal(Order order, OrderEvent happened, Moment moment) {
    return guard.refusal(order, moment).or(() -> limit.refusal(order, event.cast(happened)));
  }

  /** Applies the effect; guard and limit have been asked before. */
  Next.Changed apply(Order order, OrderEvent happened, Moment moment) {
    return effect.apply(order, event.cast(happened), moment);
  }
}
