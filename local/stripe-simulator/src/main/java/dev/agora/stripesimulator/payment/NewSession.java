package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a Checkout Session of a request, or says what is wrong with it. */
final class NewSession {
  private static final Duration SHORTEST = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Simulation simulation;
  private final Customers customers;
  private final SetupIntents setups;
  private final Taxes taxes;
  private final String baseUrl;

  NewSession(
      Simulation simulation,
      Customers customers,
      SetupIntents setups,
      Taxes taxes,
      String baseUrl) {
    this.simulation = simulation;
    this.customers = customers;
    this.setups = setups;
    this.taxes = taxes;
    this.baseUrl = baseUrl;
  }

  JsonElement create(Call call) {
    String mode = call.required("mode");
    refuseWhatIsNotBuilt(call, mode);
    url(call.required("success_url"), "success_url");
    url(call.text("cancel_url"), "cancel_url");
    long expiresAt = expiresAt(call);
    String customer = call.text("customer");
    if (customer != null) {
      customers.named(call, customer);
    }
    boolean payment = mode.equals("payment");
    List<JsonObject> items = payment ? LineItems.of(call, simulation) : List.of();
    long total = items.stream().mapToLong(item -> Json.number(item, "amount_total")).sum();
    if (payment) {
      checkTotal(total);
    }
    JsonObject session = session(call, mode, expiresAt);
    if (payment) {
      long tax = call.flag("automatic_tax", "enabled") ? taxes.on(total) : 0;
      Json.with(session, "amount_subtotal", total, "amount_total", total + tax, "currency", "usd");
      Json.child(session, "total_details").addProperty("amount_tax", tax);
    } else {
      JsonObject metadata = call.metadata("setup_intent_data", "metadata");
      JsonObject setup = setups.add(call.account(), customer, metadata);
      session.addProperty("setup_intent", Json.requiredText(setup, "id"));
    }
    keep(call, session, items, expiresAt);
    return session;
  }

  private static void checkTotal(long total) {
    try {
      Amounts.chargeable(total, "line_items");
    } catch (StripeFailure tooSmallOrLarge) {
      throw StripeFailure.parameter(
          "amount_too_small",
          "line_items",
          "The Checkout Session's total amount due must add up to at least $0.50 usd");
    }
  }

  private JsonObject session(Call call, String mode, long expiresAt) {
    String id = simulation.ids().secret("cs_test_a1");
    JsonObject session =
        Draft.template(Checkout.TYPE)
            .set("id", id)
            .set("created", simulation.clock().seconds())
            .set("expires_at", expiresAt)
            .set("metadata", call.metadata())
            .set("mode", mode)
            .set("url", baseUrl + "/c/pay/" + id)
            .json();
    for (String copied :
        new String[] {
          "cancel_url",
          "client_reference_id",
          "customer",
          "customer_email",
          "locale",
          "submit_type",
          "success_url"
        }) {
      Json.with(session, copied, call.text(copied));
    }
    if (call.text("customer") == null && mode.equals("payment")) {
      String creation = call.text("customer_creation");
      session.addProperty("customer_creation", creation == null ? "if_required" : creation);
    }
    if (call.flag("automatic_tax", "enabled")) {
      Json.with(Json.child(session, "automatic_tax"), "enabled", true, "status", "complete");
    }
    if (call.flag("invoice_creation", "enabled")) {
      Json.child(session, "invoice_creation").addProperty("enabled", true);
    }
    return session;
  }

  private void keep(Call call, JsonObject session, List<JsonObject> items, long expiresAt) {
    JsonObject intent = Json.child(call.params(), "payment_intent_data").deepCopy();
    intent.add("metadata", call.metadata("payment_intent_data", "metadata"));
    String id = Json.requiredText(session, "id");
    simulation
        .store()
        .put(
            "sim",
            Draft.object()
                .set("id", "sim_" + id)
                .set("object", "sim.session")
                .set("items", items)
                .set("intent", intent)
                .json());
    simulation.store().put(call.account(), session);
    simulation.timers().schedule(Instant.ofEpochSecond(expiresAt), Checkout.EXPIRE, id);
  }

  private long expiresAt(Call call) {
    long now = simulation.clock().seconds();
    long expiresAt = call.number("expires_at").orElse(now + LONGEST.toSeconds());
    // A minute of grace: the caller computed it from its own clock a moment ago.
    if (expiresAt < now + SHORTEST.toSeconds() - 60) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer",
          "expires_at",
          "The `expires_at` timestamp must be at least 30 minutes from Checkout Session"
              + " creation.");
    }
    if (expiresAt > now + LONGEST.toSeconds() + 60) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer",
          "expires_at",
          "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
    }
    return expiresAt;
  }

  private static void refuseWhatIsNotBuilt(Call call, String mode) {
    if (mode.equals("subscription")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "mode", "This simulator has no subscriptions.");
    }
    String page = call.text("ui_mode");
    if (page != null && !page.equals("hosted_page")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "ui_mode", "This simulator has the hosted page only.");
    }
  }

  private static void url(@Nullable String url, String param) {
    if (url != null && !url.startsWith("http://") && !url.startsWith("https://")) {
      throw StripeFailure.parameter("url_invalid", param, "Not a valid URL");
    }
  }
}
