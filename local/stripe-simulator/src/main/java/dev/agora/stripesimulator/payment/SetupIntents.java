package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import com.stripe.param.SetupIntentRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/setup_intents}: a card kept for later. */
final class SetupIntents {
  private static final String TYPE = "setup_intent";

  private final Simulation simulation;
  private final Shelf shelf;
  private final Events events;
  private final PaymentMethods methods;
  private final Customers customers;

  SetupIntents(Simulation simulation, Events events, PaymentMethods methods, Customers customers) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "setupintent");
    this.events = events;
    this.methods = methods;
    this.customers = customers;
  }

  void register(Routes routes) {
    String one = "/v1/setup_intents/{}";
    routes
        .post("/v1/setup_intents", SetupIntentCreateParams.class, this::create)
        .get("/v1/setup_intents", SetupIntentListParams.class, call -> shelf.page(call))
        .get(one, SetupIntentRetrieveParams.class, shelf::existing)
        .post(one + "/confirm", SetupIntentConfirmParams.class, this::confirm);
  }

  /** A new intent to keep a card. */
  JsonObject add(String account, @Nullable String customer, JsonObject metadata) {
    String id = simulation.ids().next("seti_");
    JsonObject intent =
        Draft.template(TYPE)
            .set("id", id)
            .set("client_secret", simulation.ids().next(id + "_secret_"))
            .set("created", simulation.clock().seconds())
            .set("customer", customer)
            .set("metadata", metadata)
            .json();
    simulation.store().put(account, intent);
    events.emit("setup_intent.created", intent);
    return intent;
  }

  /** Keeps the card; what Stripe says against it, or nothing when it is kept. */
  Optional<JsonObject> keep(JsonObject intent, JsonObject method) {
    TestCard card = methods.card(method);
    if (card.refusesToBeKept()) {
      JsonObject error = CardErrors.of(card);
      Json.with(intent, "last_setup_error", error.deepCopy());
      simulation.store().touch(intent);
      events.emit("setup_intent.setup_failed", intent);
      return Optional.of(Json.with(error, "setup_intent", intent.deepCopy()));
    }
    Draft.on(intent)
        .set("last_setup_error", null)
        .set("payment_method", Json.requiredText(method, "id"))
        .set("status", "succeeded");
    simulation.store().touch(intent);
    String customer = Json.text(intent, "customer");
    if (customer != null) {
      methods.attach(method, customer);
    }
    events.emit("setup_intent.succeeded", intent);
    return Optional.empty();
  }

  private JsonElement create(Call call) {
    String customer = call.text("customer");
    if (customer != null) {
      customers.named(call, customer);
    }
    JsonObject intent = add(call.account(), customer, call.metadata());
    Json.with(intent, "description", call.text("description"));
    String named = call.text("payment_method");
    return named != null && call.flag("confirm") ? kept(call, intent, named) : intent;
  }

  private JsonElement confirm(Call call) {
    JsonObject intent = shelf.existing(call);
    if ("succeeded".equals(Json.text(intent, "status"))) {
      throw StripeFailure.refused(
          "setup_intent_unexpected_state", null, "This SetupIntent has succeeded already.");
    }
    return kept(call, intent, call.required("payment_method"));
  }

  private JsonElement kept(Call call, JsonObject intent, String named) {
    Optional<JsonObject> error = keep(intent, methods.named(call, named));
    if (error.isPresent()) {
      throw StripeFailure.card(error.get());
    }
    return intent;
  }
}
