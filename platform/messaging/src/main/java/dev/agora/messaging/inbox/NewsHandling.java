package dev.agora.messaging.inbox;

import dev.agora.messaging.inbox.MessageHandlers.Registration;
import java.util.Objects;

/** News is handed on as it comes, also when it comes again. */
final class NewsHandling implements Handling {

  @Override
  public <P> void handle(
      String consumer, Registration<P> registration, InboundMessage message, P payload) {
    Objects.requireNonNull(registration.onEvent()).handle(payload, message.context());
  }
}
