package dev.agora.messaging.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that was given, to be given again.
 *
 * @param id of the reply's message: a repetition has the same, so its receiver takes it once
 * @param refusalCode null for a success
 * @param payload JSON
 */
record StoredReply(UUID id, @Nullable String refusalCode, String payload) {}
