package dev.agora.accounts.kafka;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentStatus;
import dev.agora.accounts.agent.FollowStatus;
import dev.agora.messaging.inbox.MessageHandlers;

/** What accounts hears from ledger-service. */
final class LedgerEvents {

  record AgentStatusChanged(String agentId, String status, long version) {}

  private LedgerEvents() {}

  static MessageHandlers handlers(FollowStatus statuses) {
    return MessageHandlers.on("ledger.events.v1", "accounts")
        .event(
            "ledger.agent-status-changed",
            AgentStatusChanged.class,
            (event, context) ->
                statuses.follow(
                    new AgentId(event.agentId()),
                    AgentStatus.valueOf(event.status()),
                    event.version()))
        .build();
  }
}
