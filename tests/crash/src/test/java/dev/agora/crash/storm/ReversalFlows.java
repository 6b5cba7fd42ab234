package dev.agora.crash.storm;

import dev.agora.support.CommandSender.Answer;
import java.util.Map;

/** What the sagas ask for that give a purchase back, or lose it. */
final class ReversalFlows {

  private final SagaDesk desk;
  private final StormBooks books;

  ReversalFlows(SagaDesk desk, StormBooks books) {
    this.desk = desk;
    this.books = books;
  }

  /** A purchase whose rest goes back to the card, or does not because the bank says no. */
  int refund(Operation operation) {
    desk.buy(operation, operation.cents(), 0);
    Map<String, Object> reserve = desk.purchase(operation, operation.cents());
    String hold = operation.id("hld_");
    reserve.remove("feeUsd");
    reserve.put("refundId", operation.id("rfd_"));
    reserve.put("holdId", hold);
    Answer reserved = desk.ask(operation, 1, "ledger.reserve-refund", reserve);
    if (!reserved.isDone()) {
      return 2;
    }
    long taken = StormBooks.micros(reserved.payload().path("credits"));
    books.setAside(operation.id("rfd_") + "/reserve", operation.first(), taken);
    if (operation.choice() % 2 == 0) {
      desk.release(operation, hold, taken, 1);
      return 3;
    }
    Map<String, Object> capture = desk.purchase(operation, operation.cents());
    capture.put("refundId", operation.id("rfd_"));
    capture.put("holdId", hold);
    capture.put("refundUsd", reserved.payload().path("refundUsd").asString());
    if (desk.ask(operation, 2, "ledger.capture-refund", capture).isDone()) {
      books.redeemed(operation.id("rfd_") + "/capture", operation.first(), taken);
    }
    return 3;
  }

  /** A purchase that is disputed, and won or lost. */
  int dispute(Operation operation) {
    desk.buy(operation, operation.cents(), 0);
    String dispute = operation.id("dsp_");
    Map<String, Object> freeze =
        desk.about(operation, "disputeId", dispute, "purchaseId", operation.id("pur_"));
    Answer frozen = desk.ask(operation, 1, "ledger.freeze-dispute", freeze);
    long credits = frozen.isDone() ? StormBooks.micros(frozen.payload().path("frozen")) : 0;
    if (frozen.isDone()) {
      books.froze(dispute + "/freeze", operation.first(), credits);
    }
    boolean lost = operation.choice() % 2 == 0;
    Map<String, Object> close = desk.purchase(operation, operation.cents());
    close.put("disputeId", dispute);
    close.put("outcome", lost ? "LOST" : "WON");
    close.put("refundedUsd", "0.00");
    close.put("disputeFeeUsd", lost ? "15.00" : "0.00");
    Answer closed = desk.ask(operation, 2, "ledger.close-dispute", close);
    if (closed.isDone()) {
      long gone =
          StormBooks.micros(closed.payload().path("recovered"))
              + StormBooks.micros(closed.payload().path("debt"));
      books.unfroze(dispute + "/close", operation.first(), credits, gone);
    }
    return 3;
  }
}
