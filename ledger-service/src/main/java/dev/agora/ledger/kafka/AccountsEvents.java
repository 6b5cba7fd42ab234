package dev.agora.ledger.kafka;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.agent.KnownAgent;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.messaging.inbox.MessageHandlers;
import org.jspecify.annotations.Nullable;

/** What the ledger hears from accounts-service. */
final class AccountsEvents {

  record AgentChanged(String agentId, @Nullable String owner, String status, long version) {

    KnownAgent toAgent() {
      return new KnownAgent(
          new AgentId(agentId),
          owner == null ? null : new OwnerId(owner),
          AgentStatus.valueOf(status),
          version);
    }
  }

  private AccountsEvents() {}

  static MessageHandlers handlers(KnownAgents agents) {
    return MessageHandlers.on("accounts.events.v1", "ledger")
        .event(
            "accounts.agent-changed",
            AgentChanged.class,
            (event, context) -> agents.learn(event.toAgent()))
        .build();
  }
}
