package dev.agora.crash.storm;

import dev.agora.support.CommandSender.Answer;
import java.util.Map;

/** What the sagas of purchases, orders and conversions ask for. */
final class SagaFlows {

  private static final int CONVERSION_FEE_BPS = 1500;
  private static final int FEE_BPS = 500;

  /** Price and bonus in cents, as they are sold; the last one stands for any custom amount. */
  private static final long[][] PACKAGES = {{1_000, 0}, {5_000, 500}, {10_000, 2_000}, {777, 0}};

  private final Cast cast;
  private final SagaDesk desk;
  private final StormBooks books;

  SagaFlows(Cast cast, SagaDesk desk, StormBooks books) {
    this.cast = cast;
    this.desk = desk;
    this.books = books;
  }

  int buy(Operation operation) {
    long[] bought = PACKAGES[operation.choice() % PACKAGES.length];
    desk.buy(operation, bought[0], bought[1]);
    return 1;
  }

  /** The ledger never issued credits for it, and the card has its money back. */
  int chargeBack(Operation operation) {
    Map<String, Object> charge =
        desk.about(
            operation,
            "purchaseId",
            operation.id("pur_"),
            "priceUsd",
            StormBooks.usd(operation.cents()),
            "paymentIntentId",
            operation.id("pi_"),
            "refundId",
            operation.id("re_"),
            "stripeFeeUsd",
            "0.59");
    charge.remove("agentId");
    if (desk.ask(operation, 0, "ledger.book-refunded-charge", charge).isDone()) {
      books.line(operation.id("pur_") + "/refunded-charge");
    }
    return 1;
  }

  /** Funded, then settled in full, in half, with a part given back, or released. */
  int order(Operation operation) {
    String hold = operation.id("hld_");
    long amount = operation.micros() / 2 * 2 + 2;
    Map<String, Object> place = desk.about(operation, "holdId", hold, "purpose", "ORDER");
    place.put("payeeId", cast.agent(operation.second()));
    place.put("amount", StormBooks.credits(amount));
    place.put("reference", operation.id("ord_"));
    if (operation.choice() % 9 == 0) {
      desk.release(operation, hold, 0, 0);
    }
    if (!desk.ask(operation, 0, "ledger.place-hold", place).isDone()) {
      return 1;
    }
    books.setAside(hold + "/place", operation.first(), amount);
    books.counted(operation.first(), amount);
    if (operation.choice() % 3 == 0) {
      desk.release(operation, hold, amount, 0);
      return 2;
    }
    long part = operation.choice() % 3 == 1 ? amount : amount / 2;
    long early = operation.choice() % 4 == 0 ? part / 2 : 0;
    if (early > 1) {
      return 2 + payInParts(operation, hold, early, part, amount);
    }
    Map<String, Object> settle =
        desk.about(operation, "holdId", hold, "reference", operation.id("ord_"));
    settle.put("payeeId", cast.agent(operation.second()));
    settle.put("amount", StormBooks.credits(part));
    settle.put("feeBps", FEE_BPS);
    if (desk.ask(operation, 3, "ledger.settle-hold", settle).isDone()) {
      books.captured(hold + "/settle", operation.first(), operation.second(), part);
      books.returned(operation.first(), amount - part);
      return 2 + giveBack(operation, hold, part / 2);
    }
    return 2;
  }

  /** A part at once and the rest at the end, as a service by the call is paid. */
  private int payInParts(Operation operation, String hold, long early, long part, long amount) {
    Map<String, Object> capture =
        desk.about(operation, "holdId", hold, "reference", operation.id("bdg_") + "/1");
    capture.put("payeeId", cast.agent(operation.second()));
    capture.put("number", 1);
    capture.put("amount", StormBooks.credits(early));
    capture.put("feeBps", FEE_BPS);
    if (desk.ask(operation, 5, "ledger.capture-hold", capture).isDone()) {
      books.captured(hold + "/capture/1", operation.first(), operation.second(), early);
    }
    Map<String, Object> settle =
        desk.about(operation, "holdId", hold, "reference", operation.id("bdg_"));
    settle.put("payeeId", cast.agent(operation.second()));
    settle.put("amount", StormBooks.credits(part));
    settle.put("feeBps", FEE_BPS);
    if (desk.ask(operation, 3, "ledger.settle-hold", settle).isDone()) {
      books.capturedMore(hold + "/settle", operation.first(), operation.second(), early, part);
      books.returned(operation.first(), amount - part);
    }
    return 1;
  }

  private int giveBack(Operation operation, String hold, long amount) {
    if (amount == 0 || operation.choice() % 5 != 0) {
      return 0;
    }
    Map<String, Object> refund =
        desk.about(operation, "refundId", operation.id("orf_"), "holdId", hold);
    refund.remove("agentId");
    refund.put("orderId", operation.id("ord_"));
    refund.put("buyerId", cast.agent(operation.first()));
    refund.put("sellerId", cast.agent(operation.second()));
    refund.put("amount", StormBooks.credits(amount));
    refund.put("feeBps", FEE_BPS);
    Answer reply = desk.ask(operation, 4, "ledger.refund-order", refund);
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
    Map<String, Object> place = desk.about(operation, "holdId", hold, "purpose", "CONVERSION");
    place.put("payeeId", null);
    place.put("amount", StormBooks.credits(cents * 100_000));
    place.put("reference", operation.id("cnv_"));
    if (!desk.ask(operation, 0, "ledger.place-hold", place).isDone()) {
      return 1;
    }
    books.setAside(hold + "/place", operation.first(), cents * 100_000);
    if (operation.choice() % 3 == 0) {
      desk.release(operation, hold, cents * 100_000, 0);
      return 2;
    }
    long fee = Math.ceilDiv(cents * CONVERSION_FEE_BPS, 10_000L);
    Map<String, Object> capture =
        desk.about(operation, "conversionId", operation.id("cnv_"), "holdId", hold);
    capture.put("grossUsd", StormBooks.usd(cents));
    capture.put("feeUsd", StormBooks.usd(fee));
    capture.put("feeBps", CONVERSION_FEE_BPS);
    capture.put("netUsd", StormBooks.usd(cents - fee));
    capture.put("stripeTransferId", operation.id("tr_"));
    if (desk.ask(operation, 2, "ledger.capture-conversion", capture).isDone()) {
      books.redeemed(operation.id("cnv_") + "/capture", operation.first(), cents * 100_000);
    }
    return 2;
  }
}
