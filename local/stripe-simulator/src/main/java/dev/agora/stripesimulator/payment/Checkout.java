package dev.agora.stripesimulator.payment;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a Checkout Session: paid by somebody, or expired. */
final class Checkout {
  static final String TYPE = "checkout.session";
  static final String EXPIRE = "session-expires";

  private final Simulation simulation;
  private final Events events;
  private final Intents intents;
  private final Charging charging;
  private final PaymentMethods methods;
  private final SetupIntents setups;
  private final Customers customers;

  /** Who pays, as typed into the page. */
  record Payer(TestCard card, @Nullable String name, @Nullable String email) {}

  Checkout(
      Simulation simulation,
      Events events,
      Intents intents,
      Charging charging,
      PaymentMethods methods,
      SetupIntents setups,
      Customers customers) {
    this.simulation = simulation;
    this.events = events;
    this.intents = intents;
    this.charging = charging;
    this.methods = methods;
    this.setups = setups;
    this.customers = customers;
    simulation.timers().on(EXPIRE, id -> expireIfOpen(simulation.store().get(id)));
  }

  static boolean isOpen(JsonObject session) {
    return "open".equals(Json.text(session, "status"));
  }

  /** Expires an open session; what cannot be paid any more is cancelled with it. */
  void expireIfOpen(JsonObject session) {
    if (!isOpen(session)) {
      return;
    }
    Draft.on(session)
        .set("status", "expired")
        .set("url", null)
        .set(
            "expires_at",
            Math.min(Json.number(session, "expires_at"), simulation.clock().seconds()));
    simulation.store().touch(session);
    String intent = Json.text(session, "payment_intent");
    if (intent != null) {
      intents.cancel(simulation.store().get(intent), "automatic");
    }
    events.emit("checkout.session.expired", session);
  }

  /** Pays an open session (or keeps the card); what is against it, or nothing. */
  Optional<JsonObject> pay(JsonObject session, Payer payer) {
    String account = simulation.store().accountOf(Json.requiredText(session, "id"));
    JsonObject method = methods.of(account, payer.card(), payer.name(), payer.email());
    Optional<JsonObject> error =
        "setup".equals(Json.text(session, "mode"))
            ? setups.keep(
                simulation.store().get(Json.requiredText(session, "setup_intent")), method)
            : charge(account, session, method);
    if (error.isEmpty()) {
      complete(account, session, payer);
    }
    return error;
  }

  private Optional<JsonObject> charge(String account, JsonObject session, JsonObject method) {
    JsonObject intent = intent(account, session);
    Optional<JsonObject> error = charging.charge(intent, method, false);
    String customer = Json.text(intent, "customer");
    if (error.isEmpty() && customer != null && Json.text(intent, "setup_future_usage") != null) {
      methods.attach(method, customer);
    }
    return error;
  }

  /** As on Stripe the intent is made when somebody first tries to pay. */
  private JsonObject intent(String account, JsonObject session) {
    String existing = Json.text(session, "payment_intent");
    if (existing != null) {
      return simulation.store().get(existing);
    }
    JsonObject made =
        intents.create(
            account,
            Json.number(session, "amount_total"),
            Json.requiredText(session, "currency"),
            Json.text(session, "customer"),
            Json.child(side(session), "intent"));
    session.addProperty("payment_intent", Json.requiredText(made, "id"));
    simulation.store().touch(session);
    return made;
  }

  private void complete(String account, JsonObject session, Payer payer) {
    String known = Json.text(session, "customer_email");
    String email = known == null ? payer.email() : known;
    if ("always".equals(Json.text(session, "customer_creation"))) {
      JsonObject customer = customers.add(account, payer.name(), email);
      events.emit("customer.created", customer);
      session.addProperty("customer", Json.requiredText(customer, "id"));
    }
    Draft.on(session)
        .set("customer_details", details(payer, email))
        .set(
            "payment_status",
            "setup".equals(Json.text(session, "mode")) ? "no_payment_required" : "paid")
        .set("status", "complete")
        .set("url", null);
    simulation.store().touch(session);
    events.emit("checkout.session.completed", session);
  }

  private static JsonObject details(Payer payer, @Nullable String email) {
    JsonObject address =
        Draft.object()
            .set("city", null)
            .set("country", "US")
            .set("line1", null)
            .set("line2", null)
            .set("postal_code", "10001")
            .set("state", null)
            .json();
    return Draft.object()
        .set("address", address)
        .set("business_name", null)
        .set("email", email)
        .set("individual_name", null)
        .set("name", payer.name())
        .set("phone", null)
        .set("tax_exempt", "none")
        .set("tax_ids", new JsonArray())
        .json();
  }

  /** What is known of a session but not shown: its line items, and what its intent will be. */
  JsonObject side(JsonObject session) {
    return simulation.store().get("sim_" + Json.requiredText(session, "id"));
  }
}
