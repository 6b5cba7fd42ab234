package dev.agora.marketplace.message;

import dev.agora.marketplace.order.Party;
import java.time.Instant;

/** A message as the parties and the arbiter read it. */
public record MessageView(int number, Party by, String text, Instant at) {

  public static MessageView of(Message message) {
    return new MessageView(message.number(), message.party(), message.text(), message.at());
  }
}
