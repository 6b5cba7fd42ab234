package dev.agora.billing.kafka;

import dev.agora.billing.reconciliation.BookMovements;
import dev.agora.billing.reconciliation.BookedMovement;
import dev.agora.billing.topup.Balance;
import dev.agora.billing.topup.Balances;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What billing hears from the ledger: how much agents may spend, what moved at Stripe. */
final class LedgerEvents {

  private static final String PURCHASE = "PURCHASE";

  record TransactionsPosted(List<Posted> transactions) {

    /** The latest balance of each agent that the message tells of. */
    Collection<Balance> balances() {
      Map<String, Balance> latest = new HashMap<>();
      for (Posted transaction : transactions) {
        for (Movement movement : transaction.movements()) {
          Balance told = movement.balance();
          if (told != null) {
            latest.merge(told.agentId(), told, (a, b) -> a.version() > b.version() ? a : b);
          }
        }
      }
      return latest.values();
    }

    /** The transactions that posted purchases. */
    Collection<String> purchases() {
      List<String> purchases = new ArrayList<>();
      transactions.stream()
          .filter(transaction -> transaction.kind().equals(PURCHASE))
          .forEach(transaction -> purchases.add(transaction.id()));
      return purchases;
    }
  }

  record Posted(String id, String kind, List<Movement> movements) {}

  /**
   * One agent's part.
   *
   * @param availableAfter null from a ledger that does not tell it
   */
  record Movement(String agentId, @Nullable String availableAfter, @Nullable Long version) {

    @Nullable Balance balance() {
      return availableAfter == null || version == null
          ? null
          : new Balance(agentId, Credits.parse(availableAfter), version);
    }
  }

  record CashMoved(List<CashMovement> movements) {

    List<BookedMovement> booked() {
      return movements.stream().map(CashMovement::booked).toList();
    }
  }

  record CashMovement(
      String transactionId, String kind, @Nullable String matter, String clearingUsd, String at) {

    BookedMovement booked() {
      return new BookedMovement(
          transactionId,
          kind,
          Usd.parse(clearingUsd),
          matter == null ? transactionId : matter,
          Instant.parse(at));
    }
  }

  private LedgerEvents() {}

  static MessageHandlers handlers(Balances balances, BookMovements bookMovements) {
    return MessageHandlers.on("ledger.events.v1", "billing")
        .event(
            "ledger.transactions-posted",
            TransactionsPosted.class,
            (event, context) -> balances.learn(event.balances(), event.purchases()))
        .event(
            "ledger.cash-moved",
            CashMoved.class,
            (event, context) -> bookMovements.book(event.booked()))
        .build();
  }
}
