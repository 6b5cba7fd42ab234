package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageHeaders;
import dev.agora.messaging.Traces;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.failpoint.FailPoints;
import dev.agora.messaging.inbox.MessageHandlers.Registration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import tools.jackson.core.JacksonException;

/** Takes the records of one consumer and hands each to the handler of its type. */
final class MessageReceiver implements MessageListener<byte[], byte[]> {

  private final MessageHandlers handlers;
  private final Handlings handlings;
  private final WireJson json;
  private final Traces traces;
  private final FailPoints failPoints;
  private final InboxMetrics metrics;

  MessageReceiver(
      MessageHandlers handlers,
      Handlings handlings,
      WireJson json,
      Traces traces,
      FailPoints failPoints,
      InboxMetrics metrics) {
    this.handlers = handlers;
    this.handlings = handlings;
    this.json = json;
    this.traces = traces;
    this.failPoints = failPoints;
    this.metrics = metrics;
  }

  @Override
  public void onMessage(ConsumerRecord<byte[], byte[]> received) {
    InboundMessage message = InboundMessage.of(received);
    Registration<?> registration = handlers.registrations().get(message.context().type());
    if (registration == null) {
      return;
    }
    traces.within(
        message.context().headers().get(MessageHeaders.TRACEPARENT),
        message.context().type(),
        () -> handle(registration, message));
    metrics.handled(handlers.consumer(), message.context());
    failPoints.pass("after-commit-before-acknowledge", message.context().type());
  }

  private <P> void handle(Registration<P> registration, InboundMessage message) {
    handlings
        .of(registration.kind())
        .handle(handlers.consumer(), registration, message, payload(registration, message));
  }

  private <P> P payload(Registration<P> registration, InboundMessage message) {
    try {
      return json.read(message.payload(), registration.payloadType());
    } catch (JacksonException malformed) {
      throw new UndecodableMessageException(
          "the payload does not read as " + message.context().type(), malformed);
    }
  }
}
