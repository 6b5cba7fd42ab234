package dev.agora.messaging.inbox;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that the inbox remembers. */
record InboxEntry(
    String consumer,
    UUID messageId,
    InboxState state,
    Optional<ReplyAddress> replyTo,
    @Nullable StoredReply reply) {}
