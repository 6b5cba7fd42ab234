package dev.agora.accounts.kafka;

import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.TellOfPayouts;
import dev.agora.messaging.inbox.MessageHandlers;

/** What accounts hears from payout-service. */
final class PayoutEvents {

  record DestinationChanged(String humanId) {}

  private PayoutEvents() {}

  static MessageHandlers handlers(TellOfPayouts tellOfPayouts) {
    return MessageHandlers.on("payout.events.v1", "accounts")
        .event(
            "payout.destination-changed",
            DestinationChanged.class,
            (event, context) -> tellOfPayouts.destinationChanged(new HumanId(event.humanId())))
        .build();
  }
}
