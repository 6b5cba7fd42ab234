package dev.agora.billing.kafka;

import dev.agora.agents.AgentChanged;
import dev.agora.agents.Agents;
import dev.agora.billing.card.RemoveCard;
import dev.agora.billing.purchase.Buyer;
import dev.agora.billing.purchase.Buyers;
import dev.agora.messaging.inbox.MessageHandlers;

/** What billing hears from accounts-service. */
final class AccountsEvents {

  record HumanChanged(String humanId, String email, String name, long version) {

    Buyer toBuyer() {
      return new Buyer(humanId, email, name, version);
    }
  }

  record HumanDeleted(String humanId, long version) {

    /** Nobody in particular, under an id that what was paid still refers to. */
    Buyer toBuyer() {
      return new Buyer(humanId, "", "", version);
    }
  }

  private AccountsEvents() {}

  static MessageHandlers handlers(Agents agents, Buyers buyers, RemoveCard removeCard) {
    return MessageHandlers.on("accounts.events.v1", "billing")
        .event(
            "accounts.agent-changed",
            AgentChanged.class,
            (event, context) -> agents.learn(event.toAgent()))
        .event(
            "accounts.human-changed",
            HumanChanged.class,
            (event, context) -> buyers.learn(event.toBuyer()))
        .event(
            "accounts.human-deleted",
            HumanDeleted.class,
            (event, context) -> {
              removeCard.removeAll(event.humanId());
              buyers.learn(event.toBuyer());
            })
        .build();
  }
}
