package dev.agora.stripesimulator.connect;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.stripe.param.BalanceSettingsRetrieveParams;
import com.stripe.param.BalanceSettingsUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Templates;
import dev.agora.stripesimulator.webhook.Events;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /v1/balance_settings}: how an account's balance goes to its bank. Of the schedule matters
 * here whether it is {@code manual}, and of the rest the smallest balance that stays, in cents.
 */
final class BalanceSettings {
  private static final String TYPE = "balance_settings";
  private static final String MANUAL = "manual";
  private static final String[] SCHEDULE = {"payments", "payouts", "schedule"};

  private final Simulation simulation;
  private final Events events;
  private final PayoutLife payouts;

  BalanceSettings(Simulation simulation, Events events, PayoutLife payouts) {
    this.simulation = simulation;
    this.events = events;
    this.payouts = payouts;
  }

  void register(Routes routes) {
    routes
        .get(
            "/v1/balance_settings",
            BalanceSettingsRetrieveParams.class,
            call -> shown(call.account()))
        .post("/v1/balance_settings", BalanceSettingsUpdateParams.class, this::update);
  }

  /** Whether payouts of the account happen by themselves; the platform's do not. */
  static boolean isAutomatic(Simulation simulation, String account) {
    return !MANUAL.equals(
        Json.text(of(simulation, account), "payments", "payouts", "schedule", "interval"));
  }

  /** What stays on the account's balance when it is paid out, in cents. */
  static long smallestBalance(Simulation simulation, String account) {
    return Json.number(
        of(simulation, account), "payments", "payouts", "minimum_balance_by_currency", "usd");
  }

  private static JsonObject of(Simulation simulation, String account) {
    return simulation
        .store()
        .find(id(account))
        .map(kept -> Json.child(kept, "settings").deepCopy())
        .orElseGet(() -> fresh(account));
  }

  private static JsonObject fresh(String account) {
    JsonObject fresh = Templates.of(TYPE);
    if (account.equals(Simulation.PLATFORM)) {
      Json.child(fresh, SCHEDULE).addProperty("interval", MANUAL);
    }
    return fresh;
  }

  private static String id(String account) {
    return "sim_balance_settings_" + account;
  }

  private JsonElement update(Call call) {
    JsonObject settings = of(simulation, call.account());
    JsonObject payments = Json.child(settings, "payments");
    merge(payments, Json.child(call.params(), "payments"));
    JsonObject timing = Json.child(payments, "settlement_timing");
    if (Json.at(timing, "delay_days_override") != null) {
      timing.add("delay_days", timing.get("delay_days_override"));
    }
    JsonObject kept = Json.object("id", id(call.account()), "object", "sim.balance_settings");
    kept.add("settings", settings);
    simulation.store().put("sim", kept);
    JsonObject shown = shown(call.account());
    events.emitAbout(call.account(), "balance_settings.updated", shown);
    payouts.plan(call.account());
    return shown;
  }

  private JsonObject shown(String account) {
    JsonObject settings = of(simulation, account);
    Optional<JsonObject> owner = simulation.store().find(account);
    boolean able =
        owner.map(found -> RecipientAccount.isActive(found, RecipientAccount.PAYOUTS)).orElse(true);
    Json.child(settings, "payments", "payouts")
        .addProperty("status", able ? "enabled" : "disabled");
    return settings;
  }

  /** Sent keys replace, whole lists too; empty ones become null. */
  private static void merge(JsonObject target, JsonObject sent) {
    for (Map.Entry<String, JsonElement> entry : sent.entrySet()) {
      JsonElement value = entry.getValue();
      if (value.isJsonObject()) {
        JsonObject nested = Json.child(target, entry.getKey());
        merge(nested, value.getAsJsonObject());
        target.add(entry.getKey(), nested);
      } else if (value.isJsonPrimitive() && value.getAsString().isEmpty()) {
        target.add(entry.getKey(), JsonNull.INSTANCE);
      } else {
        target.add(entry.getKey(), whole(value));
      }
    }
  }

  /** Cents of a currency: their keys are no parameters, so that they came as text. */
  private static JsonElement whole(JsonElement value) {
    boolean digits = value.isJsonPrimitive() && value.getAsString().matches("\\d{1,18}");
    return digits ? new JsonPrimitive(value.getAsLong()) : value;
  }
}
