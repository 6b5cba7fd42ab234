package dev.agora.messaging.saga;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a stimulus.
 *
 * @param state afterwards
 * @param send the command to send; null if none
 * @param events for the history; none if nothing happened
 */
record Transition<S>(SagaState<S> state, @Nullable Send send, List<SagaEvent> events) {

  Transition {
    events = List.copyOf(events);
  }

  static <S> Transition<S> from(SagaState<S> state) {
    return new Transition<>(state, null, List.of());
  }

  Transition<S> to(SagaState<S> next) {
    return new Transition<>(next, send, events);
  }

  Transition<S> sending(Send command) {
    return new Transition<>(state, command, events);
  }

  /** Adds a line about the step at hand. */
  Transition<S> noting(SagaEventKind kind, @Nullable UUID commandId, @Nullable String detail) {
    SagaEvent event = new SagaEvent(kind, state.step(), commandId, detail);
    return new Transition<>(state, send, Stream.concat(events.stream(), Stream.of(event)).toList());
  }
}
