package dev.agora.messaging.inbox;

import java.util.UUID;

/** Answers commands whose handler said {@link Reply.Later}. */
public interface Replies {

  /**
   * Publishes the answer with the current transaction, once: a command already answered stays so.
   *
   * @param commandId of {@link MessageContext#messageId}
   * @param reply a success or a refusal
   * @return false if it was answered before or cancelled
   * @throws IllegalArgumentException if no such command arrived here, or the reply is {@code Later}
   */
  boolean send(UUID commandId, Reply reply);
}
