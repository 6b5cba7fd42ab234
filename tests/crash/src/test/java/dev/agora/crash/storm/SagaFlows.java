package dev.agora.crash.storm;

import dev.agora.crash.storm.LedgerOverKafka.Command;
import dev.agora.crash.storm.LedgerOverKafka.Reply;
import java.util.HashMap;
import java.util.Map;

/** What the sagas of the other services ask for. */
final class SagaFlows {

  private static final int PURCHASE_FEE_BPS = 300;
  private static final int CONVERSION_FEE_BPS = 1500;
  private static final int FEE_BPS = 500;

  private final Cast cast;
  private final LedgerOverKafka ledger;
  private final StormBooks books;

  SagaFlows(Cast cast, LedgerOverKafka ledger, StormBooks books) {
    this.cast = cast;
    this.ledger = ledger;
    this.books = books;
  }

  /** Credits for that many cents. */
  void buy(Operation operation, long cents) {
    Map<String, Object> payload = purchase(operation, cents);
    payload.put("feeBps", PURCHASE_FEE_BPS);
    payload.put("baseCredits", StormBooks.credits(cents * 100_000));
    payload.put("bonusCredits", "0");
    payload.put("paymentIntentId", operation.id("pi_"));
    payload.put("stripeFeeUsd", "0.59");
    Reply reply = ask(operation, 0, "ledger.post-purchase", payload);
    if (reply.isDone()) {
      String line = operation.id("pur_") + "/post";
      books.gained(line, operation.first(), cents * 100_000);
    }
  }

  /** Funded, then settled in full, in half, with a part given back, or released. */
  int order(Operation operation) {
    String hold = operation.id("hld_");
    long amount = operation.micros() / 2 * 2 + 2;
    Map<String, Object> place = agent(operation, "holdId", hold, "purpose", "ORDER");
    place.put("payeeId", cast.agent(operation.second()));
    place.put("amount", StormBooks.credits(amount));
    place.put("reference", operation.id("ord_"));
    if (operation.choice() % 9 == 0) {
      release(operation, hold, 0, 0);
    }
    if (!ask(operation, 0, "ledger.place-hold", place).isDone()) {
      return 1;
    }
    books.setAside(hold + "/place", operation.first(), amount);
    books.counted(operation.first(), amount);
    if (operation.choice() % 3 == 0) {
      release(operation, hold, amount, 0);
      return 2;
    }
    long part = operation.choice() % 3 == 1 ? amount : amount / 2;
    Map<String, Object> settle =
        agent(operation, "holdId", hold, "reference", operation.id("ord_"));
    settle.put("payeeId", cast.agent(operation.second()));
    settle.put("amount", StormBooks.credits(part));
    settle.put("feeBps", FEE_BPS);
    if (ask(operation, 3, "ledger.settle-hold", settle).isDone()) {
      books.captured(hold + "/settle", operation.first(), operation.second(), part);
      books.returned(operation.first(), amount - part);
      return 2 + giveBack(operation, hold, part / 2);
    }
    return 2;
  }

  private int giveBack(Operation operation, String hold, long amount) {
    if (amount == 0 || operation.choice() % 5 != 0) {
      return 0;
    }
    Map<String, Object> refund = agent(operation, "refundId", operation.id("orf_"), "holdId", hold);
    refund.remove("agentId");
    refund.put("orderId", operation.id("ord_"));
    refund.put("buyerId", cast.agent(operation.first()));
    refund.put("sellerId", cast.agent(operation.second()));
    refund.put("amount", StormBooks.credits(amount));
    refund.put("feeBps", FEE_BPS);
    Reply reply = ask(operation, 4, "ledger.refund-order", refund);
    if (reply.isDone()) {
      books.gaveBack(
          operation.id("orf_") + "/refund",
          operation.second(),
          operation.first(),
          StormBooks.micros(reply.payload().path("fromSeller")),
          amount);
    }
    return 1;
  }

  /** Reserved, then transferred, or refused by Stripe. */
  int convert(Operation operation) {
    String hold = operation.id("hld_");
    long cents = operation.cents();
    Map<String, Object> place = agent(operation, "holdId", hold, "purpose", "CONVERSION");
    place.put("payeeId", null);
    place.put("amount", StormBooks.credits(cents * 100_000));
    place.put("reference", operation.id("cnv_"));
    if (!ask(operation, 0, "ledger.place-hold", place).isDone()) {
      return 1;
    }
    books.setAside(hold + "/place", operation.first(), cents * 100_000);
    if (operation.choice() % 3 == 0) {
      release(operation, hold, cents * 100_000, 0);
      return 2;
    }
    long fee = Math.ceilDiv(cents * CONVERSION_FEE_BPS, 10_000L);
    Map<String, Object> capture =
        agent(operation, "conversionId", operation.id("cnv_"), "holdId", hold);
    capture.put("grossUsd", StormBooks.usd(cents));
    capture.put("feeUsd", StormBooks.usd(fee));
    capture.put("feeBps", CONVERSION_FEE_BPS);
    capture.put("netUsd", StormBooks.usd(cents - fee));
    capture.put("stripeTransferId", operation.id("tr_"));
    if (ask(operation, 2, "ledger.capture-conversion", capture).isDone()) {
      books.redeemed(operation.id("cnv_") + "/capture", operation.first(), cents * 100_000);
    }
    return 2;
  }

  /** A purchase whose rest goes back to the card, or does not because the bank says no. */
  int refund(Operation operation) {
    buy(operation, operation.cents());
    Map<String, Object> reserve = purchase(operation, operation.cents());
    String hold = operation.id("hld_");
    reserve.remove("feeUsd");
    reserve.put("refundId", operation.id("rfd_"));
    reserve.put("holdId", hold);
    Reply reserved = ask(operation, 1, "ledger.reserve-refund", reserve);
    if (!reserved.isDone()) {
      return 2;
    }
    long taken = StormBooks.micros(reserved.payload().path("credits"));
    books.setAside(operation.id("rfd_") + "/reserve", operation.first(), taken);
    if (operation.choice() % 2 == 0) {
      release(operation, hold, taken, 1);
      return 3;
    }
    Map<String, Object> capture = purchase(operation, operation.cents());
    capture.put("refundId", operation.id("rfd_"));
    capture.put("holdId", hold);
    capture.put("refundUsd", reserved.payload().path("refundUsd").asString());
    if (ask(operation, 2, "ledger.capture-refund", capture).isDone()) {
      books.redeemed(operation.id("rfd_") + "/capture", operation.first(), taken);
    }
    return 3;
  }

  /** A purchase that is disputed, and won or lost. */
  int dispute(Operation operation) {
    buy(operation, operation.cents());
    String dispute = operation.id("dsp_");
    Map<String, Object> freeze =
        agent(operation, "disputeId", dispute, "purchaseId", operation.id("pur_"));
    Reply frozen = ask(operation, 1, "ledger.freeze-dispute", freeze);
    long credits = frozen.isDone() ? StormBooks.micros(frozen.payload().path("frozen")) : 0;
    if (frozen.isDone()) {
      books.froze(dispute + "/freeze", operation.first(), credits);
    }
    boolean lost = operation.choice() % 2 == 0;
    Map<String, Object> close = purchase(operation, operation.cents());
    close.put("disputeId", dispute);
    close.put("outcome", lost ? "LOST" : "WON");
    close.put("refundedUsd", "0.00");
    close.put("disputeFeeUsd", lost ? "15.00" : "0.00");
    Reply closed = ask(operation, 2, "ledger.close-dispute", close);
    if (closed.isDone()) {
      long gone =
          StormBooks.micros(closed.payload().path("recovered"))
              + StormBooks.micros(closed.payload().path("debt"));
      books.unfroze(dispute + "/close", operation.first(), credits, gone);
    }
    return 3;
  }

  /** Undoes the command of that step, whether it has come or not. */
  private void release(Operation operation, String hold, long left, int undone) {
    Map<String, Object> release = agent(operation, "holdId", hold, "reason", "declined");
    Command command =
        new Command(
            operation.key(9),
            "ledger.release-hold",
            cast.agent(operation.first()),
            release,
            operation.key(undone));
    Reply reply = ledger.ask(command, operation.trouble());
    books.count("RELEASE_HOLD " + reply.outcome());
    if (reply.isDone() && left > 0) {
      books.setAside(hold + "/release", operation.first(), -left);
    }
  }

  private Reply ask(Operation operation, int step, String type, Map<String, Object> payload) {
    Command command =
        new Command(operation.key(step), type, cast.agent(operation.first()), payload);
    Reply reply = ledger.ask(command, operation.trouble());
    books.count(type + " " + (reply.isDone() ? "success" : reply.outcome() + " " + reply.code()));
    return reply;
  }

  private Map<String, Object> purchase(Operation operation, long cents) {
    Map<String, Object> payload =
        agent(operation, "purchaseId", operation.id("pur_"), "priceUsd", StormBooks.usd(cents));
    payload.put("feeUsd", StormBooks.usd(Math.ceilDiv(cents * PURCHASE_FEE_BPS, 10_000L)));
    return payload;
  }

  private Map<String, Object> agent(Operation operation, String... namesAndValues) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("agentId", cast.agent(operation.first()));
    for (int index = 0; index < namesAndValues.length; index += 2) {
      payload.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return payload;
  }
}
