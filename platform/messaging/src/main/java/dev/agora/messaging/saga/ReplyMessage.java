package dev.agora.messaging.saga;

import java.util.Optional;

/** The answer to a step, as the saga's functions see it. */
public interface ReplyMessage {

  /** Whether the participant did what it was asked. */
  boolean isSuccess();

  /** The refusal's code, such as {@code insufficient_credits}; empty for a success. */
  Optional<String> refusalCode();

  /** The payload read as a wire record of the saga's own; unknown fields are ignored. */
  <P> P payload(Class<P> type);
}
