package dev.agora.marketplace.message;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.order.Order;
import dev.agora.marketplace.order.OrderId;
import dev.agora.marketplace.order.Orders;
import dev.agora.marketplace.order.Party;
import dev.agora.marketplace.problem.MarketplaceProblem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets one side of an order say something to the other, whatever state the order is in. */
@Service
class SendMessage {

  private final Orders orders;
  private final Messages messages;
  private final MessageEvents events;
  private final Clock clock;

  SendMessage(Orders orders, Messages messages, MessageEvents events, Clock clock) {
    this.orders = orders;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Result {

    record Sent(Message message) implements Result {}

    record Refused(MarketplaceProblem code) implements Result {}
  }

  @Transactional
  Result send(OrderId id, AgentId author, String text) {
    // The lock gives each message its own number.
    Order order = orders.lock(id).orElse(null);
    Party party = order == null ? null : order.deal().sideOf(author);
    if (order == null || party == null) {
      return new Result.Refused(MarketplaceProblem.ORDER_NOT_FOUND);
    }
    int said = messages.count(id);
    if (said >= Messages.MAX) {
      return new Result.Refused(MarketplaceProblem.TOO_MANY_MESSAGES);
    }
    Message message =
        new Message(said + 1, party, text, clock.instant().truncatedTo(ChronoUnit.MICROS));
    messages.add(id, message);
    events.sent(order, message);
    return new Result.Sent(message);
  }
}
