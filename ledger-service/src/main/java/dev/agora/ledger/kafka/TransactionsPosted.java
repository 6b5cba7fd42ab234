package dev.agora.ledger.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The event {@code ledger.transactions-posted} as it is on the wire. */
record TransactionsPosted(List<PostedTransaction> transactions) {

  TransactionsPosted {
    transactions = List.copyOf(transactions);
  }

  record PostedTransaction(
      String id,
      String kind,
      String at,
      @Nullable String reference,
      List<AgentMovement> movements) {

    PostedTransaction {
      movements = List.copyOf(movements);
    }
  }

  /**
   * One agent's part.
   *
   * @param spentToday in the day of the transaction, UTC; null if nothing was
   * @param spentThisMonth the same of the month
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AgentMovement(
      String agentId,
      String availableChange,
      String heldChange,
      String availableAfter,
      @Nullable String spentToday,
      @Nullable String spentThisMonth,
      long version) {}
}
