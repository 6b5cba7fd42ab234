package dev.agora.messaging.inbox;

/** How one kind of message takes effect once, with its transactions. */
interface Handling {

  <P> void handle(
      String consumer,
      MessageHandlers.Registration<P> registration,
      InboundMessage message,
      P payload);
}
