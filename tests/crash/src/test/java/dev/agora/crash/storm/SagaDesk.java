package dev.agora.crash.storm;

import dev.agora.crash.storm.LedgerOverKafka.Command;
import dev.agora.support.CommandSender.Answer;
import java.util.HashMap;
import java.util.Map;

/** Writes commands as the other services do, and books what is common to several sagas. */
final class SagaDesk {

  private static final int PURCHASE_FEE_BPS = 300;

  private final Cast cast;
  private final LedgerOverKafka ledger;
  private final StormBooks books;

  SagaDesk(Cast cast, LedgerOverKafka ledger, StormBooks books) {
    this.cast = cast;
    this.ledger = ledger;
    this.books = books;
  }

  /**
   * Credits for that many cents.
   *
   * @param bonusCents what the bonus is worth
   */
  void buy(Operation operation, long cents, long bonusCents) {
    long bonus = bonusCents * 100_000;
    Map<String, Object> payload = purchase(operation, cents);
    payload.put("feeBps", PURCHASE_FEE_BPS);
    payload.put("baseCredits", StormBooks.credits(cents * 100_000));
    payload.put("bonusCredits", StormBooks.credits(bonus));
    payload.put("paymentIntentId", operation.id("pi_"));
    payload.put("stripeFeeUsd", "0.59");
    if (ask(operation, 0, "ledger.post-purchase", payload).isDone()) {
      String line = operation.id("pur_") + "/post";
      books.changed(line, operation.first(), cents * 100_000 + bonus);
    }
  }

  /** Undoes the command of that step, whether it has come or not. */
  void release(Operation operation, String hold, long left, int undone) {
    Map<String, Object> release = about(operation, "holdId", hold, "reason", "declined");
    Command command =
        new Command(
            operation.key(9),
            "ledger.release-hold",
            cast.agent(operation.first()),
            release,
            operation.key(undone));
    Answer reply = ledger.ask(command, operation.trouble());
    books.count("RELEASE_HOLD " + reply.outcome());
    if (reply.isDone() && left > 0) {
      books.setAside(hold + "/release", operation.first(), -left);
    }
  }

  Answer ask(Operation operation, int step, String type, Map<String, Object> payload) {
    Command command =
        new Command(operation.key(step), type, cast.agent(operation.first()), payload);
    Answer reply = ledger.ask(command, operation.trouble());
    books.count(type + " " + (reply.isDone() ? "success" : reply.outcome() + " " + reply.code()));
    return reply;
  }

  Map<String, Object> purchase(Operation operation, long cents) {
    Map<String, Object> payload =
        about(operation, "purchaseId", operation.id("pur_"), "priceUsd", StormBooks.usd(cents));
    payload.put("feeUsd", StormBooks.usd(Math.ceilDiv(cents * PURCHASE_FEE_BPS, 10_000L)));
    return payload;
  }

  Map<String, Object> about(Operation operation, String... namesAndValues) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("agentId", cast.agent(operation.first()));
    for (int index = 0; index < namesAndValues.length; index += 2) {
      payload.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return payload;
  }
}
