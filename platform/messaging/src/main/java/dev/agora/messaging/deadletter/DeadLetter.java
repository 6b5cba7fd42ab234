package dev.agora.messaging.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that a consumer could not handle.
 *
 * @param topic that it came from, and goes back to
 * @param partition of that topic
 * @param offset in that partition
 * @param payload as text; null if there was none
 * @param error what went wrong at last
 * @param replayedAt null while it waits for an operator
 */
public record DeadLetter(
    UUID id,
    String topic,
    String consumer,
    int partition,
    long offset,
    @Nullable String key,
    @Nullable String type,
    Map<String, String> headers,
    @Nullable String payload,
    String error,
    Instant storedAt,
    @Nullable Instant replayedAt,
    @Nullable String replayedBy) {}
