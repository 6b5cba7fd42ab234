package dev.agora.stripesimulator.payment;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;

/** What Stripe says when a card is refused. */
final class CardErrors {
  private CardErrors() {}

  static JsonObject of(TestCard card) {
    JsonObject error = error(card.code(), card.message());
    if (card.declineCode() != null) {
      error.addProperty("decline_code", card.declineCode());
    }
    return error;
  }

  static JsonObject authenticationRequired() {
    return Json.with(
        error(
            "authentication_required",
            "Your card was declined. This transaction requires authentication."),
        "decline_code",
        "authentication_required");
  }

  private static JsonObject error(String code, String message) {
    return Draft.object()
        .set("code", code)
        .set("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'))
        .set("message", message)
        .set("type", "card_error")
        .json();
  }
}
