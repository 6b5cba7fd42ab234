package dev.agora.messaging.saga;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.Traces;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.messaging.outbox.OutgoingMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a saga's commands into the outbox, with what participants need to answer. */
final class SagaCommands {

  private final Outbox outbox;
  private final Traces traces;
  private final String replyTopic;

  SagaCommands(Outbox outbox, Traces traces, MessagingProperties properties) {
    this.outbox = outbox;
    this.traces = traces;
    this.replyTopic = properties.replyTopic();
  }

  void send(SagaRow saga, Send command) {
    outbox.publishAll(
        List.of(
            new OutgoingMessage(
                command.commandId(),
                command.topic(),
                command.key(),
                command.type(),
                command.schemaVersion(),
                headers(saga, command),
                command.payload())));
  }

  private Map<String, String> headers(SagaRow saga, Send command) {
    Map<String, String> headers = new HashMap<>();
    headers.put(MessageHeaders.SAGA_ID, saga.id().toString());
    headers.put(MessageHeaders.SAGA_TYPE, saga.type());
    headers.put(MessageHeaders.SAGA_STEP, command.step());
    headers.put(MessageHeaders.CORRELATION_ID, saga.id().toString());
    headers.put(MessageHeaders.COMMAND_ID, command.commandId().toString());
    headers.put(MessageHeaders.ATTEMPT, Integer.toString(command.attempt()));
    headers.put(MessageHeaders.REPLY_TOPIC, replyTopic);
    headers.put(MessageHeaders.DEADLINE, command.deadline().toString());
    if (command.undoes() != null) {
      headers.put(MessageHeaders.UNDOES, command.undoes().toString());
    }
    // A command of the sweeper has no trace of its own, so it joins the one that began the saga.
    if (traces.current() == null && saga.traceparent() != null) {
      headers.put(MessageHeaders.TRACEPARENT, saga.traceparent());
    }
    return headers;
  }
}
