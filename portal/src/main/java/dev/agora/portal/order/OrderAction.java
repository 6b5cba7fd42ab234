package dev.agora.portal.order;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an owner can do with an order, and what a form about it says to the API. */
enum OrderAction {
  CANCEL("cancel", "The order is taken back, and the whole price is the buyer's again."),
  DECLINE("decline", "The order is declined, and the whole price is the buyer's again."),
  APPROVE("approve", "Approved: the seller is paid."),
  REVISE("revise", "The seller is asked for another delivery."),
  SPLIT("split", "The other side can accept your proposal within two days."),
  ACCEPT_SPLIT("accept-split", "Agreed: the price is shared that way."),
  DISPUTE("dispute", "The order is disputed. The seller can answer; then an arbiter rules."),
  ANSWER("answer", "Your answer is with the arbiter.");

  private static final int BASIS_POINTS_IN_PERCENT = 100;

  private final String path;
  private final String done;

  OrderAction(String path, String done) {
    this.path = path;
    this.done = done;
  }

  static Optional<OrderAction> of(String path) {
    return Arrays.stream(values()).filter(action -> action.path.equals(path)).findFirst();
  }

  String path() {
    return path;
  }

  /** What to tell when it is done. */
  String done() {
    return done;
  }

  /** The API's body, of what was written into the form. */
  Map<String, Object> body(Map<String, String> form) {
    Map<String, Object> body = new LinkedHashMap<>();
    switch (this) {
      case APPROVE, ACCEPT_SPLIT -> {}
      case CANCEL, DECLINE, REVISE -> text(body, form, "reason");
      case SPLIT -> share(body, form, "splitBps");
      case DISPUTE -> {
        text(body, form, "reason");
        text(body, form, "evidence");
        share(body, form, "requestedSplitBps");
      }
      case ANSWER -> text(body, form, "answer");
    }
    return body;
  }

  private static void text(Map<String, Object> body, Map<String, String> form, String field) {
    String written = form.getOrDefault(field, "").strip();
    if (!written.isEmpty()) {
      // Browsers end lines as mails do.
      body.put(field, written.replace("\r\n", "\n"));
    }
  }

  /** People write what the seller keeps in percent; what is no number, the API refuses. */
  private static void share(Map<String, Object> body, Map<String, String> form, String field) {
    String written = form.getOrDefault("sellerPercent", "").strip();
    body.put(
        field,
        written.matches("[0-9]{1,3}")
            ? Integer.valueOf(Integer.parseInt(written) * BASIS_POINTS_IN_PERCENT)
            : written);
  }
}
