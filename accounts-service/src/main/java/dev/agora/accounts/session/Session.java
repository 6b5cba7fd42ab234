package dev.agora.accounts.session;

import java.time.Instant;

/**
 * What a human is told of a session.
 *
 * @param id the public part of its token
 * @param source the address it began at; {@code unknown} if nobody told
 * @param client what the program called itself, possibly nothing
 * @param createdAt when it began
 * @param usedAt when it was last used, some seconds ago at most
 * @param expiresAt when it ends whatever happens
 */
record Session(
    String id,
    String source,
    String client,
    Instant createdAt,
    Instant usedAt,
    Instant expiresAt) {}
