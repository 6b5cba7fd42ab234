package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.radar.EarlyFraudWarningListParams;
import com.stripe.param.radar.EarlyFraudWarningRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;

/** {@code /v1/radar/early_fraud_warnings}: a bank says that a payment may be a thief's. */
final class FraudWarnings {
  static final String WARN = "fraud-warning";
  private static final String TYPE = "radar.early_fraud_warning";

  private final Simulation simulation;
  private final Shelf shelf;
  private final Shelf charges;
  private final Events events;

  FraudWarnings(Simulation simulation, Events events) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "early fraud warning");
    charges = Shelf.of(simulation, "charge", "charge");
    this.events = events;
    simulation
        .timers()
        .on(WARN, charge -> warn(simulation.store().get(charge), "made_with_stolen_card"));
  }

  void register(Routes routes) {
    String all = "/v1/radar/early_fraud_warnings";
    routes
        .get(all, EarlyFraudWarningListParams.class, this::list)
        .get(all + "/{}", EarlyFraudWarningRetrieveParams.class, shelf::existing);
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/fraud-warnings", this::warnByAdmin);
  }

  private JsonElement warnByAdmin(Call call) {
    String id = call.required("charge");
    String type = call.text("fraud_type");
    return warn(charges.named(call, id, "charge"), type == null ? "misc" : type);
  }

  private JsonObject warn(JsonObject charge, String type) {
    JsonObject warning =
        Draft.object()
            .set("id", simulation.ids().next("issfr_"))
            .set("object", TYPE)
            .set("actionable", !Json.flag(charge, "refunded") && !Json.flag(charge, "disputed"))
            .set("charge", Json.requiredText(charge, "id"))
            .set("created", simulation.clock().seconds())
            .set("fraud_type", type)
            .set("livemode", false)
            .set("payment_intent", Json.text(charge, "payment_intent"))
            .json();
    String account = simulation.store().accountOf(Json.requiredText(charge, "id"));
    simulation.store().put(account, warning);
    events.emit("radar.early_fraud_warning.created", warning);
    return warning;
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "charge", "payment_intent");
  }
}
