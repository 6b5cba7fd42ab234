package dev.agora.messaging.inbox;

import org.jspecify.annotations.Nullable;

/** A message that no repetition will make readable. */
final class UndecodableMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UndecodableMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
