package dev.agora.ledger.kafka;

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

  record AgentMovement(
      String agentId,
      String availableChange,
      String heldChange,
      String availableAfter,
      long version) {}
}
