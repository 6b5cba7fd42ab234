package dev.agora.messaging.inbox;

import java.util.UUID;

/** Answers a waiting command by its entry in the inbox. */
final class InboxReplies implements Replies {

  private final JdbcInbox inbox;
  private final Answers answers;

  InboxReplies(JdbcInbox inbox, Answers answers) {
    this.inbox = inbox;
    this.answers = answers;
  }

  @Override
  public boolean send(UUID commandId, Reply reply) {
    if (reply instanceof Reply.Later) {
      throw new IllegalArgumentException("an answer is a success or a refusal");
    }
    InboxEntry command =
        inbox
            .lockCommand(commandId)
            .orElseThrow(
                () -> new IllegalArgumentException("no command " + commandId + " arrived here"));
    if (!command.state().isOpen()) {
      return false;
    }
    answers.give(command, reply);
    return true;
  }
}
