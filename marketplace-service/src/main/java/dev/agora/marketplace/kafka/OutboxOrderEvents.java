package dev.agora.marketplace.kafka;

import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderFollower;
import dev.agora.marketplace.order.Verb;
import dev.agora.messaging.outbox.EventType;
import dev.agora.messaging.outbox.Outbox;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells the world about orders: {@code marketplace.order-changed}. */
@Component
class OutboxOrderEvents implements OrderFollower {

  private static final EventType TYPE =
      new EventType("marketplace.events.v1", "marketplace.order-changed", 1);

  private final Outbox outbox;

  OutboxOrderEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The message; amounts are decimal texts. */
  record OrderChanged(
      String orderId,
      String serviceId,
      String buyer,
      String seller,
      String price,
      String refunded,
      String status,
      long version,
      Instant at) {

    static OrderChanged of(Order order) {
      return new OrderChanged(
          order.id().value(),
          order.deal().service().value(),
          order.deal().buyer().value(),
          order.deal().seller().value(),
          order.deal().price().toString(),
          order.progress().refunded().toString(),
          order.state().name(),
          order.version(),
          order.updatedAt());
    }
  }

  @Override
  public void happened(Order order, Verb verb) {
    outbox.publish(TYPE, order.id().value(), OrderChanged.of(order));
  }
}
