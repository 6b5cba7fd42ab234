package dev.agora.messaging.inbox;

import java.util.Optional;

/** Takes commands in: new ones and unanswered ones go on, answered ones get their answer again. */
final class CommandDesk {

  private final JdbcInbox inbox;
  private final Answers answers;

  CommandDesk(JdbcInbox inbox, Answers answers) {
    this.inbox = inbox;
    this.answers = answers;
  }

  /**
   * Remembers and locks a command, in the current transaction.
   *
   * @return the command, if it is still to be answered
   */
  Optional<InboxEntry> open(String consumer, InboundMessage message) {
    if (inbox.remember(consumer, message.id(), InboxState.STARTED, message.replyTo())) {
      return Optional.of(
          new InboxEntry(consumer, message.id(), InboxState.STARTED, message.replyTo(), null));
    }
    InboxEntry known = inbox.lock(consumer, message.id()).orElseThrow();
    if (known.state().isOpen()) {
      return Optional.of(known);
    }
    answers.repeat(known, message);
    return Optional.empty();
  }
}
