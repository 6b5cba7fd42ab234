package dev.agora.messaging.saga;

import java.util.Optional;
import java.util.UUID;

/**
 * A transition that just happened.
 *
 * @param sagaId of the instance
 * @param businessKey what it is about, such as a purchase's id
 * @param status after the transition
 * @param step the step now pending, or the last one of a finished saga
 * @param data after the transition
 * @param reason of parking or compensation; empty otherwise
 */
public record SagaChange<S>(
    UUID sagaId,
    String businessKey,
    SagaStatus status,
    String step,
    S data,
    Optional<String> reason) {}
