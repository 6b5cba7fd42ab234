package dev.agora.messaging.saga;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a saga's history.
 *
 * @param detail a refusal's code, a reason, an attempt
 */
record SagaEvent(
    SagaEventKind kind, String step, @Nullable UUID commandId, @Nullable String detail) {}
