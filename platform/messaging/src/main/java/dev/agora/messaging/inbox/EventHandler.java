package dev.agora.messaging.inbox;

/** Takes in an event, in the transaction that remembers the event as handled. */
@FunctionalInterface
public interface EventHandler<P> {

  void handle(P event, MessageContext context);
}
