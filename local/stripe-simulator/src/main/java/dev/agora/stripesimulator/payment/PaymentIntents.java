package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.Optional;
import java.util.Set;

/** {@code /v1/payment_intents}. */
final class PaymentIntents {
  private static final Set<String> OPEN =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");

  private final Simulation simulation;
  private final Shelf shelf;
  private final Intents intents;
  private final Charging charging;
  private final PaymentMethods methods;
  private final Customers customers;

  PaymentIntents(
      Simulation simulation,
      Intents intents,
      Charging charging,
      PaymentMethods methods,
      Customers customers) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, Intents.TYPE, "payment_intent");
    this.intents = intents;
    this.charging = charging;
    this.methods = methods;
    this.customers = customers;
  }

  void register(Routes routes) {
    String one = "/v1/payment_intents/{}";
    routes
        .post("/v1/payment_intents", PaymentIntentCreateParams.class, this::create)
        .get("/v1/payment_intents", PaymentIntentListParams.class, this::list)
        .get(one, PaymentIntentRetrieveParams.class, shelf::existing)
        .post(one, PaymentIntentUpdateParams.class, this::update)
        .post(one + "/confirm", PaymentIntentConfirmParams.class, this::confirm)
        .post(one + "/cancel", PaymentIntentCancelParams.class, this::cancel);
  }

  private JsonElement create(Call call) {
    long amount = Amounts.chargeable(call.requiredNumber("amount"), "amount");
    String currency = Amounts.dollars(call.required("currency"));
    if ("manual".equals(call.text("capture_method"))) {
      throw StripeFailure.parameter(
          "parameter_invalid_string",
          "capture_method",
          "This simulator captures at once; manual capture is not built.");
    }
    String customer = call.text("customer");
    if (customer != null) {
      customers.named(call, customer);
    }
    String named = call.text("payment_method");
    boolean confirm = call.flag("confirm");
    if (confirm && named == null) {
      throw StripeFailure.refused(
          "parameter_missing",
          "payment_method",
          "You cannot confirm this PaymentIntent because it's missing a payment method.");
    }
    JsonObject method = named == null ? null : methods.named(call, named);
    JsonObject intent = intents.create(call.account(), amount, currency, customer, call.params());
    intent.add("metadata", call.metadata());
    simulation.store().touch(intent);
    if (method != null) {
      choose(intent, method);
    }
    return confirm && method != null ? charged(call, intent, method) : intent;
  }

  private void choose(JsonObject intent, JsonObject method) {
    Json.with(
        intent,
        "payment_method",
        Json.requiredText(method, "id"),
        "status",
        "requires_confirmation");
    simulation.store().touch(intent);
  }

  private JsonElement charged(Call call, JsonObject intent, JsonObject method) {
    boolean offSession = call.flag("off_session") || "one_off".equals(call.text("off_session"));
    Optional<JsonObject> error = charging.charge(intent, method, offSession);
    if (error.isPresent()) {
      throw StripeFailure.card(error.get());
    }
    String customer = Json.text(intent, "customer");
    if (customer != null && Json.text(intent, "setup_future_usage") != null) {
      methods.attach(method, customer);
    }
    return intent;
  }

  private JsonElement confirm(Call call) {
    JsonObject intent = open(call, "confirm");
    String named = call.text("payment_method");
    String chosen = named == null ? Json.text(intent, "payment_method") : named;
    if (chosen == null) {
      throw StripeFailure.refused(
          "payment_intent_unexpected_state",
          "payment_method",
          "You cannot confirm this PaymentIntent because it's missing a payment method.");
    }
    return charged(call, intent, methods.named(call, chosen));
  }

  private JsonElement update(Call call) {
    JsonObject intent = shelf.existing(call);
    if (call.has("amount")) {
      open(call, "update");
      intent.addProperty("amount", Amounts.chargeable(call.requiredNumber("amount"), "amount"));
    }
    for (String field : new String[] {"description", "receipt_email", "setup_future_usage"}) {
      if (call.has(field)) {
        Json.with(intent, field, call.text(field));
      }
    }
    if (call.text("payment_method") != null) {
      open(call, "update");
      choose(intent, methods.named(call, call.required("payment_method")));
    }
    intent.add("metadata", call.metadataOver(Json.child(intent, "metadata")));
    simulation.store().touch(intent);
    return intent;
  }

  private JsonElement cancel(Call call) {
    JsonObject intent = open(call, "cancel");
    String reason = call.text("cancellation_reason");
    intents.cancel(intent, reason == null ? "requested_by_customer" : reason);
    return intent;
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "customer");
  }

  private JsonObject open(Call call, String verb) {
    JsonObject intent = shelf.existing(call);
    String status = Json.requiredText(intent, "status");
    if (!OPEN.contains(status)) {
      throw StripeFailure.refused(
          "payment_intent_unexpected_state",
          null,
          "You cannot %s this PaymentIntent because it has a status of %s."
              .formatted(verb, status));
    }
    return intent;
  }
}
