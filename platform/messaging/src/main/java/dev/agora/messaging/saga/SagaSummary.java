package dev.agora.messaging.saga;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instance as operators see it.
 *
 * @param saga the definition's name
 * @param version of the definition
 * @param businessKey what it is about
 * @param undoing whether it goes backwards
 * @param step at hand
 * @param attempt of that step, from 1
 * @param deadline of that step; null unless it runs
 * @param reason why it turned back; null if it did not
 * @param parkedReason what it waits for an operator for; null unless it does
 * @param data as JSON text
 */
public record SagaSummary(
    UUID id,
    String saga,
    int version,
    String businessKey,
    SagaStatus status,
    boolean undoing,
    String step,
    int attempt,
    @Nullable Instant deadline,
    @Nullable String reason,
    @Nullable String parkedReason,
    String data,
    Instant createdAt,
    Instant updatedAt) {}
