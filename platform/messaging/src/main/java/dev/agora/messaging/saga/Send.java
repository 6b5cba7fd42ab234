package dev.agora.messaging.saga;

import dev.agora.messaging.saga.SagaDefinition.Call;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command to send.
 *
 * @param undoes the command that an undo undoes; null for others
 */
record Send(
    String topic,
    String type,
    int schemaVersion,
    String key,
    Object payload,
    String step,
    UUID commandId,
    int attempt,
    @Nullable UUID undoes,
    Instant deadline) {

  static <S, P> Send of(Call<S, P> call, SagaState<S> state, @Nullable UUID undoes) {
    if (state.pending() == null || state.deadline() == null) {
      throw new IllegalStateException("a command to send has an id and a deadline");
    }
    P payload = call.payload().apply(state.data());
    return new Send(
        call.type().topic(),
        call.type().name(),
        call.type().schemaVersion(),
        call.type().key().apply(payload),
        payload,
        state.step(),
        state.pending(),
        state.attempt(),
        undoes,
        state.deadline());
  }
}
