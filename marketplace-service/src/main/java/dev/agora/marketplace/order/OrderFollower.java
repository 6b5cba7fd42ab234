package dev.agora.marketplace.order;

/** Takes notice of every change of an order, within its transaction. */
public interface OrderFollower {

  /**
   * Something happened.
   *
   * @param order after it
   * @param verb what happened
   */
  void happened(Order order, Verb verb);
}
