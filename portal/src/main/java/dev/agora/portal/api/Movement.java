package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an agent's history. */
public record Movement(
    String id,
    String kind,
    Credits amount,
    Credits balanceAfter,
    Credits heldChange,
    Credits heldAfter,
    @Nullable String counterparty,
    @Nullable String hold,
    @Nullable String memo,
    @Nullable String reference,
    Instant at) {}
