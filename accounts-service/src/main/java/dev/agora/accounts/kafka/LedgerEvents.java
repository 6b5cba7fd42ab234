package dev.agora.accounts.kafka;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.agent.AgentStatus;
import dev.agora.accounts.agent.FollowStatus;
import dev.agora.accounts.alert.AgentFigures;
import dev.agora.accounts.alert.FollowFigures;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts hears from ledger-service. */
final class LedgerEvents {

  record AgentStatusChanged(String agentId, String status, long version) {}

  record TransactionsPosted(List<Posted> transactions) {

    List<AgentFigures> figures() {
      return transactions.stream()
          .flatMap(
              posted ->
                  posted.movements().stream()
                      .filter(movement -> movement.version() != null)
                      .map(movement -> movement.figures(posted.at())))
          .toList();
    }
  }

  record Posted(Instant at, List<Movement> movements) {}

  /**
   * One agent's part.
   *
   * @param availableAfter null, as the version, from a ledger that does not tell it
   * @param spentToday null if nothing was, or from a ledger that does not tell it
   */
  record Movement(
      String agentId,
      @Nullable String availableAfter,
      @Nullable String spentToday,
      @Nullable String spentThisMonth,
      @Nullable Long version) {

    AgentFigures figures(Instant at) {
      return new AgentFigures(
          new AgentId(agentId),
          credits(availableAfter),
          credits(spentToday),
          credits(spentThisMonth),
          version == null ? 0 : version,
          at);
    }

    private static Credits credits(@Nullable String amount) {
      return amount == null ? Credits.ZERO : Credits.parse(amount);
    }
  }

  private LedgerEvents() {}

  static MessageHandlers handlers(FollowStatus statuses, FollowFigures figures) {
    return MessageHandlers.on("ledger.events.v1", "accounts")
        .event(
            "ledger.agent-status-changed",
            AgentStatusChanged.class,
            (event, context) ->
                statuses.follow(
                    new AgentId(event.agentId()),
                    AgentStatus.valueOf(event.status()),
                    event.version()))
        .news(
            "ledger.transactions-posted",
            TransactionsPosted.class,
            (event, context) -> figures.follow(event.figures()))
        .build();
  }
}
