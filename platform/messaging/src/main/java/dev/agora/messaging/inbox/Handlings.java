package dev.agora.messaging.inbox;

import dev.agora.messaging.MessageIds;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.failpoint.FailPoints;
import dev.agora.messaging.inbox.MessageHandlers.Kind;
import dev.agora.messaging.outbox.Outbox;
import org.springframework.transaction.support.TransactionOperations;

/** The five ways of handling a message. */
final class Handlings {

  private final Handling event;
  private final Handling news = new NewsHandling();
  private final Handling command;
  private final Handling externalCommand;
  private final Handling undo;

  Handlings(
      JdbcInbox inbox,
      Outbox outbox,
      WireJson json,
      MessageIds ids,
      TransactionOperations transactions,
      FailPoints failPoints) {
    Answers answers = new Answers(inbox, outbox, json, ids);
    CommandDesk desk = new CommandDesk(inbox, answers);
    EffectTransaction effect = new EffectTransaction(transactions, failPoints);
    this.event = new EventHandling(inbox, effect);
    this.command = new CommandHandling(desk, answers, effect);
    this.externalCommand = new ExternalCommandHandling(desk, inbox, answers, transactions, effect);
    this.undo = new UndoHandling(desk, inbox, answers, effect);
  }

  Handling of(Kind kind) {
    return switch (kind) {
      case EVENT -> event;
      case NEWS -> news;
      case COMMAND -> command;
      case EXTERNAL_COMMAND -> externalCommand;
      case UNDO -> undo;
    };
  }
}
