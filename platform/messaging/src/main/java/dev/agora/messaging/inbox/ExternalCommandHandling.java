package dev.agora.messaging.inbox;

import dev.agora.messaging.inbox.MessageHandlers.Registration;
import java.util.Objects;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A command that calls out. It is remembered as started before the call, so that an undo which
 * comes after a call of unknown outcome does not take it for one that never came.
 */
final class ExternalCommandHandling implements Handling {

  private final CommandDesk desk;
  private final JdbcInbox inbox;
  private final Answers answers;
  private final TransactionOperations shortTransaction;
  private final EffectTransaction transaction;

  ExternalCommandHandling(
      CommandDesk desk,
      JdbcInbox inbox,
      Answers answers,
      TransactionOperations shortTransaction,
      EffectTransaction transaction) {
    this.desk = desk;
    this.inbox = inbox;
    this.answers = answers;
    this.shortTransaction = shortTransaction;
    this.transaction = transaction;
  }

  @Override
  public <P> void handle(
      String consumer, Registration<P> registration, InboundMessage message, P payload) {
    CommandHandler<P> handler = Objects.requireNonNull(registration.onCommand());
    boolean open =
        Boolean.TRUE.equals(
            shortTransaction.execute(status -> desk.open(consumer, message).isPresent()));
    if (!open) {
      return;
    }
    Reply reply = handler.handle(payload, message.context());
    transaction.run(
        message,
        () ->
            // Meanwhile it may have been answered by Replies, or cancelled.
            inbox
                .lock(consumer, message.id())
                .filter(command -> command.state().isOpen())
                .ifPresent(command -> answers.give(command, reply)));
  }
}
