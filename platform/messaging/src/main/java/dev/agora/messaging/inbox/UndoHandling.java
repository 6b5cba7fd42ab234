package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.inbox.MessageHandlers.Registration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An undo calls its handler only if there may be something to undo. Of a command that never came it
 * leaves a tombstone, by which the command is refused when it does come.
 */
final class UndoHandling implements Handling {

  private final CommandDesk desk;
  private final JdbcInbox inbox;
  private final Answers answers;
  private final EffectTransaction transaction;

  UndoHandling(CommandDesk desk, JdbcInbox inbox, Answers answers, EffectTransaction transaction) {
    this.desk = desk;
    this.inbox = inbox;
    this.answers = answers;
    this.transaction = transaction;
  }

  @Override
  public <P> void handle(
      String consumer, Registration<P> registration, InboundMessage message, P payload) {
    CommandHandler<P> handler = Objects.requireNonNull(registration.onCommand());
    UUID undone = undone(message);
    transaction.run(
        message,
        () -> {
          Optional<InboxEntry> undo = desk.open(consumer, message);
          if (undo.isPresent()) {
            boolean asked = undo.get().state() == InboxState.WAITING;
            Reply reply =
                asked || mayHaveHappened(consumer, undone)
                    ? handler.handle(payload, message.context())
                    : Reply.success();
            answers.give(undo.get(), reply);
          }
        });
  }

  private boolean mayHaveHappened(String consumer, UUID commandId) {
    if (inbox.remember(consumer, commandId, InboxState.STARTED, Optional.empty())) {
      answers.cancel(consumer, commandId);
      return false;
    }
    return switch (inbox.lock(consumer, commandId).orElseThrow().state()) {
      case STARTED, WAITING -> {
        answers.cancel(consumer, commandId);
        yield true;
      }
      case HANDLED, SUCCEEDED -> {
        inbox.move(consumer, commandId, InboxState.UNDONE);
        yield true;
      }
      case REFUSED, CANCELLED, UNDONE -> false;
    };
  }

  private static UUID undone(InboundMessage message) {
    String id = message.context().headers().get(MessageHeaders.UNDOES);
    if (id == null) {
      throw new UndecodableMessageException("an undo needs the header undoes", null);
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw new UndecodableMessageException("the header undoes is malformed", malformed);
    }
  }
}
