package dev.agora.marketplace.message;

import dev.agora.marketplace.order.Order;

/** Tells others of messages, within the transaction. */
public interface MessageEvents {

  void sent(Order order, Message message);
}
