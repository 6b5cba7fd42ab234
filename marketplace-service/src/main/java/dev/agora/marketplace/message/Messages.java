package dev.agora.marketplace.message;

import dev.agora.marketplace.order.OrderId;
import java.util.List;

/** All messages. */
public interface Messages {

  /** How many an order can have, so that it stays readable for whoever judges. */
  int MAX = 200;

  /** How many an order has. */
  int count(OrderId order);

  void add(OrderId order, Message message);

  /**
   * A stretch of an order's messages, oldest first.
   *
   * @param after the number after which it starts; 0 for the first
   */
  List<Message> of(OrderId order, int after, int limit);
}
