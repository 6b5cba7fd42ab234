package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionExpireParams;
import com.stripe.param.checkout.SessionListLineItemsParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** {@code /v1/checkout/sessions}. */
final class CheckoutSessions {
  private final Shelf shelf;
  private final Checkout checkout;
  private final NewSession newSession;

  CheckoutSessions(Simulation simulation, Checkout checkout, NewSession newSession) {
    shelf = Shelf.of(simulation, Checkout.TYPE, "checkout.session");
    this.checkout = checkout;
    this.newSession = newSession;
  }

  void register(Routes routes, Expansion expansion) {
    String one = "/v1/checkout/sessions/{}";
    routes
        .post("/v1/checkout/sessions", SessionCreateParams.class, newSession::create)
        .get("/v1/checkout/sessions", SessionListParams.class, this::list)
        .get(one, SessionRetrieveParams.class, shelf::existing)
        .post(one + "/expire", SessionExpireParams.class, this::expire)
        .get(one + "/line_items", SessionListLineItemsParams.class, this::lineItems);
    expansion.includes(Checkout.TYPE, "line_items", this::lineItems);
  }

  void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/checkout/{}/expire", this::expire)
        .unchecked("POST", "/_sim/checkout/{}/pay", this::pay);
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "customer", "payment_intent", "status");
  }

  private JsonElement expire(Call call) {
    JsonObject session = shelf.existing(call);
    if (!Checkout.isOpen(session)) {
      throw StripeFailure.refused(
          null,
          null,
          "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout"
              + " Session has a status of `%s`.".formatted(Json.text(session, "status")));
    }
    checkout.expireIfOpen(session);
    return session;
  }

  private JsonElement pay(Call call) {
    JsonObject session = shelf.existing(call);
    TestCard card =
        TestCard.ofNumber(call.required("card"))
            .orElseThrow(
                () ->
                    StripeFailure.parameter(
                        "incorrect_number", "card", "Your card number is incorrect."));
    if (!Checkout.isOpen(session)) {
      throw StripeFailure.refused(null, null, "This session is not open.");
    }
    checkout
        .pay(session, new Checkout.Payer(card, call.text("name"), call.text("email")))
        .ifPresent(
            error -> {
              throw StripeFailure.card(error);
            });
    return session;
  }

  private JsonElement lineItems(Call call) {
    return lineItems(shelf.existing(call));
  }

  private JsonElement lineItems(JsonObject session) {
    List<JsonObject> items =
        Json.list(checkout.side(session), "items").stream()
            .map(JsonElement::getAsJsonObject)
            .toList();
    String url = "/v1/checkout/sessions/" + Json.text(session, "id") + "/line_items";
    return Paging.list(url, items, false);
  }
}
