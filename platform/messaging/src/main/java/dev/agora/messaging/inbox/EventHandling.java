package dev.agora.messaging.inbox;

import dev.agora.messaging.inbox.MessageHandlers.Registration;
import java.util.Objects;
import java.util.Optional;

/** An event is remembered and handled in one transaction. */
final class EventHandling implements Handling {

  private final JdbcInbox inbox;
  private final EffectTransaction transaction;

  EventHandling(JdbcInbox inbox, EffectTransaction transaction) {
    this.inbox = inbox;
    this.transaction = transaction;
  }

  @Override
  public <P> void handle(
      String consumer, Registration<P> registration, InboundMessage message, P payload) {
    transaction.run(
        message,
        () -> {
          if (inbox.remember(consumer, message.id(), InboxState.HANDLED, Optional.empty())) {
            Objects.requireNonNull(registration.onEvent()).handle(payload, message.context());
          }
        });
  }
}
