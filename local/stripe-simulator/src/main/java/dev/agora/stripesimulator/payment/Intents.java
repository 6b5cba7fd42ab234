package dev.agora.stripesimulator.payment;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import org.jspecify.annotations.Nullable;

/** Makes and cancels payment intents, for the API and for Checkout. */
final class Intents {
  static final String TYPE = "payment_intent";

  private final Simulation simulation;
  private final Events events;

  Intents(Simulation simulation, Events events) {
    this.simulation = simulation;
    this.events = events;
  }

  /** A new intent; the details are those of {@code payment_intent_data}. */
  JsonObject create(
      String account, long amount, String currency, @Nullable String customer, JsonObject details) {
    String id = simulation.ids().next("pi_");
    JsonObject intent =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", amount)
            .set("client_secret", simulation.ids().next(id + "_secret_"))
            .set("created", simulation.clock().seconds())
            .set("currency", currency)
            .set("customer", customer)
            .set("metadata", Json.child(details, "metadata").deepCopy())
            .json();
    for (String copied :
        new String[] {
          "description",
          "receipt_email",
          "setup_future_usage",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group"
        }) {
      Json.with(intent, copied, Json.text(details, copied));
    }
    simulation.store().put(account, intent);
    events.emit("payment_intent.created", intent);
    return intent;
  }

  void cancel(JsonObject intent, String reason) {
    Draft.on(intent)
        .set("canceled_at", simulation.clock().seconds())
        .set("cancellation_reason", reason)
        .set("status", "canceled");
    simulation.store().touch(intent);
    events.emit("payment_intent.canceled", intent);
  }
}
