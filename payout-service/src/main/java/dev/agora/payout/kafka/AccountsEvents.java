package dev.agora.payout.kafka;

import dev.agora.agents.AgentChanged;
import dev.agora.agents.Agents;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.payout.destination.People;
import dev.agora.payout.destination.Person;

/** What payout hears from accounts-service. */
final class AccountsEvents {

  record HumanChanged(String humanId, String email, String name, long version) {

    Person toPerson() {
      return new Person(humanId, email, name, version);
    }
  }

  record HumanDeleted(String humanId, long version) {

    /** Nobody in particular, under an id that what was paid still refers to. */
    Person toPerson() {
      return new Person(humanId, "", "", version);
    }
  }

  private AccountsEvents() {}

  static MessageHandlers handlers(Agents agents, People people) {
    return MessageHandlers.on("accounts.events.v1", "payout")
        .event(
            "accounts.agent-changed",
            AgentChanged.class,
            (event, context) -> agents.learn(event.toAgent()))
        .event(
            "accounts.human-changed",
            HumanChanged.class,
            (event, context) -> people.learn(event.toPerson()))
        .event(
            "accounts.human-deleted",
            HumanDeleted.class,
            (event, context) -> people.learn(event.toPerson()))
        .build();
  }
}
