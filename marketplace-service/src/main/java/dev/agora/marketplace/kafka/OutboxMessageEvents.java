package dev.agora.marketplace.kafka;

import dev.agora.marketplace.message.Message;
import dev.agora.marketplace.message.MessageEvents;
import dev.agora.marketplace.order.Order;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the world about messages, not what they say: {@code marketplace.message-sent}. */
@Component
class OutboxMessageEvents implements MessageEvents {

  private static final EventType TYPE =
      new EventType("marketplace.events.v1", "marketplace.message-sent", 1);

  private final Outbox outbox;

  OutboxMessageEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The message about the message. */
  record MessageSent(
      String orderId, String buyer, String seller, String by, int number, Instant at) {

    static MessageSent of(Order order, Message message) {
      return new MessageSent(
          order.id().value(),
          order.deal().buyer().value(),
          order.deal().seller().value(),
          message.party().name(),
          message.number(),
          message.at());
    }
  }

  @Override
  public void sent(Order order, Message message) {
    outbox.publish(TYPE, order.id().value(), MessageSent.of(order, message));
  }
}
