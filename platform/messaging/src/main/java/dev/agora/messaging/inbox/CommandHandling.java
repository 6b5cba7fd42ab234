package dev.agora.messaging.inbox;

import dev.agora.messaging.inbox.MessageHandlers.Registration;
import java.util.Objects;

/** A command is remembered, handled and answered in one transaction. */
final class CommandHandling implements Handling {

  private final CommandDesk desk;
  private final Answers answers;
  private final EffectTransaction transaction;

  CommandHandling(CommandDesk desk, Answers answers, EffectTransaction transaction) {
    this.desk = desk;
    this.answers = answers;
    this.transaction = transaction;
  }

  @Override
  public <P> void handle(
      String consumer, Registration<P> registration, InboundMessage message, P payload) {
    CommandHandler<P> handler = Objects.requireNonNull(registration.onCommand());
    transaction.run(
        message,
        () ->
            desk.open(consumer, message)
                .ifPresent(
                    command -> answers.give(command, handler.handle(payload, message.context()))));
  }
}
