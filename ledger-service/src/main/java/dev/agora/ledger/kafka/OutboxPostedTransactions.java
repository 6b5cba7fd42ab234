package dev.agora.ledger.kafka;

import dev.agora.jdbc.JdbcScript;
import dev.agora.ledger.journal.PostedTransactions;
import dev.agora.ledger.kafka.CashMoved.CashMovement;
import dev.agora.ledger.kafka.TransactionsPosted.AgentMovement;
import dev.agora.ledger.kafka.TransactionsPosted.PostedTransaction;
import dev.agora.ledger.posting.Entry;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.StatementLine;
import dev.agora.ledger.posting.Transaction;
import dev.agora.messaging.MessageIds;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.messaging.outbox.OutgoingMessage;
import dev.agora.money.Credits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Publishes a batch with one message, so that the cost of relay, Kafka and readers falls per batch.
 * Messages of two batches may overtake each other; each movement carries its agent's version.
 */
@Component
class OutboxPostedTransactions implements PostedTransactions {

  static final String TYPE = "ledger.transactions-posted";

  static final String CASH_TYPE = "ledger.cash-moved";

  private static final String TOPIC = "ledger.events.v1";

  /** Keeps a message far below the largest that Kafka takes. */
  private static final int TRANSACTIONS_MAX = 500;

  private final Outbox outbox;
  private final MessageIds ids;

  OutboxPostedTransactions(Outbox outbox, MessageIds ids) {
    this.outbox = outbox;
    this.ids = ids;
  }

  @Override
  public void publish(JdbcScript script, List<Outcome.Accepted> posted) {
    List<PostedTransaction> all =
        posted.stream()
            .map(OutboxPostedTransactions::message)
            .filter(transaction -> !transaction.movements().isEmpty())
            .toList();
    List<OutgoingMessage> messages = new ArrayList<>();
    for (int from = 0; from < all.size(); from += TRANSACTIONS_MAX) {
      List<PostedTransaction> part =
          all.subList(from, Math.min(all.size(), from + TRANSACTIONS_MAX));
      messages.add(
          new OutgoingMessage(
              ids.next(),
              TOPIC,
              part.getFirst().id(),
              TYPE,
              1,
              Map.of(),
              new TransactionsPosted(part)));
    }
    List<CashMovement> cash = posted.stream().flatMap(each -> CashMoved.of(each).stream()).toList();
    if (!cash.isEmpty()) {
      messages.add(
          new OutgoingMessage(
              ids.next(),
              TOPIC,
              cash.getFirst().transactionId(),
              CASH_TYPE,
              1,
              Map.of(),
              new CashMoved(cash)));
    }
    outbox.publishAll(script, messages);
  }

  private static PostedTransaction message(Outcome.Accepted posted) {
    Transaction transaction = posted.transaction();
    return new PostedTransaction(
        transaction.id().value(),
        transaction.kind().name(),
        transaction.at().toString(),
        transaction.note().reference(),
        movements(posted));
  }

  private static List<AgentMovement> movements(Outcome.Accepted posted) {
    List<AgentMovement> movements = new ArrayList<>();
    for (Entry entry : posted.entries()) {
      StatementLine line = entry.statement();
      if (line != null) {
        movements.add(
            new AgentMovement(
                line.after().agent().value(),
                line.availableChange().toString(),
                line.heldChange().toString(),
                line.after().available().toString(),
                textUnlessZero(line.after().spent().today()),
                textUnlessZero(line.after().spent().thisMonth()),
                line.after().version()));
      }
    }
    return movements;
  }

  /** Who is paid has mostly spent nothing, which takes no bytes. */
  private static @Nullable String textUnlessZero(Credits amount) {
    return amount.isZero() ? null : amount.toString();
  }
}
