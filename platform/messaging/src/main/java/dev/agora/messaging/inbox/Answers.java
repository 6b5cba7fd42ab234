package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.messaging.outbox.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores the answer to a command and publishes it, in the current transaction. */
final class Answers {

  /** The code of a command that was undone before it came. */
  static final String CANCELLED = "cancelled";

  private static final String NO_FIGURES = "{}";

  private final JdbcInbox inbox;
  private final Outbox outbox;
  private final WireJson json;
  private final MessageIds ids;

  Answers(JdbcInbox inbox, Outbox outbox, WireJson json, MessageIds ids) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.json = json;
    this.ids = ids;
  }

  /** Gives a handler's answer, or remembers that it comes later. */
  void give(InboxEntry command, Reply reply) {
    switch (reply) {
      case Reply.Success(Object payload) ->
          give(
              command,
              InboxState.SUCCEEDED,
              new StoredReply(ids.next(), null, json.writeText(payload)));
      case Reply.Refusal(String code, Object payload) ->
          give(
              command,
              InboxState.REFUSED,
              new StoredReply(ids.next(), code, json.writeText(payload)));
      case Reply.Later() -> inbox.move(command.consumer(), command.messageId(), InboxState.WAITING);
    }
  }

  /** Refuses a command from now on, because its undo came first. */
  void cancel(String consumer, UUID commandId) {
    inbox.answer(
        consumer,
        commandId,
        InboxState.CANCELLED,
        new StoredReply(ids.next(), CANCELLED, NO_FIGURES));
  }

  /**
   * Gives the answer that was given before, the same message again.
   *
   * @param repeated the command as it arrived now: the first arrival of a cancelled one
   */
  void repeat(InboxEntry command, InboundMessage repeated) {
    StoredReply reply = command.reply();
    if (reply != null) {
      repeated.replyTo().ifPresent(address -> publish(command.messageId(), address, reply));
    }
  }

  private void give(InboxEntry command, InboxState state, StoredReply reply) {
    inbox.answer(command.consumer(), command.messageId(), state, reply);
    command.replyTo().ifPresent(address -> publish(command.messageId(), address, reply));
  }

  private void publish(UUID commandId, ReplyAddress address, StoredReply reply) {
    Map<String, String> headers = new HashMap<>(address.headers());
    headers.put(MessageHeaders.IN_REPLY_TO, commandId.toString());
    headers.put(MessageHeaders.OUTCOME, reply.refusalCode() == null ? "success" : "refusal");
    if (reply.refusalCode() != null) {
      headers.put(MessageHeaders.ERROR_CODE, reply.refusalCode());
    }
    outbox.publishAll(
        List.of(
            new OutgoingMessage(
                reply.id(),
                address.topic(),
                address.key(),
                Reply.MESSAGE_TYPE,
                1,
                headers,
                reply.payload().getBytes(StandardCharsets.UTF_8))));
  }
}
