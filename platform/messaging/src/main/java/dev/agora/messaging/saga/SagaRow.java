package dev.agora.messaging.saga;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An instance as it is stored, its data as JSON text.
 *
 * @param traceparent of what started it; its commands belong to that trace
 * @param version counts the transitions
 */
record SagaRow(
    UUID id,
    String type,
    int definitionVersion,
    String businessKey,
    SagaState<String> state,
    @Nullable String traceparent,
    long version) {

  SagaRow at(SagaState<String> next) {
    return new SagaRow(id, type, definitionVersion, businessKey, next, traceparent, version + 1);
  }
}
