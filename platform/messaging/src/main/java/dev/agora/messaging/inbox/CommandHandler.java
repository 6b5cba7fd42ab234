package dev.agora.messaging.inbox;

/** Does what a command asks and answers it. */
@FunctionalInterface
public interface CommandHandler<P> {

  Reply handle(P command, MessageContext context);
}
