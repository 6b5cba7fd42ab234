package dev.agora.stripesimulator.payment;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Templates;
import dev.agora.stripesimulator.webhook.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charges a card for a payment intent: the one place where a card pays or is refused. */
final class Charging {
  private static final long FEE_BASIS_POINTS = 290;
  private static final long FEE_FIXED = 30;
  private static final Duration TROUBLE_AFTER = Duration.ofSeconds(2);

  private static final List<String> COPIED_FROM_INTENT =
      List.of(
          "amount",
          "currency",
          "customer",
          "description",
          "receipt_email",
          "statement_descriptor",
          "statement_descriptor_suffix",
          "transfer_group");
  private static final List<String> COPIED_FROM_CARD =
      List.of(
          "brand",
          "checks",
          "country",
          "exp_month",
          "exp_year",
          "fingerprint",
          "funding",
          "last4",
          "regulated_status");

  private final Simulation simulation;
  private final Events events;
  private final BalanceSheet sheet;
  private final PaymentMethods methods;

  Charging(Simulation simulation, Events events, BalanceSheet sheet, PaymentMethods methods) {
    this.simulation = simulation;
    this.events = events;
    this.sheet = sheet;
    this.methods = methods;
  }

  /** Charges the card; what Stripe says against it, or nothing when it is paid. */
  Optional<JsonObject> charge(JsonObject intent, JsonObject method, boolean offSession) {
    TestCard card = methods.card(method);
    if (card.declines()) {
      return Optional.of(refused(intent, method, CardErrors.of(card)));
    }
    if (offSession && card.needsAuthentication()) {
      return Optional.of(refused(intent, method, CardErrors.authenticationRequired()));
    }
    paid(intent, method, card);
    return Optional.empty();
  }

  private void paid(JsonObject intent, JsonObject method, TestCard card) {
    long amount = Json.number(intent, "amount");
    JsonObject charge = charge(intent, method, card);
    String id = Json.requiredText(charge, "id");
    String account = accountOf(intent);
    JsonObject transaction = sheet.book(account, movement(intent, amount, id, card));
    Draft.on(charge)
        .set("amount_captured", amount)
        .set("balance_transaction", Json.requiredText(transaction, "id"))
        .set("captured", true)
        .set(
            "outcome",
            outcome(card, "approved_by_network", null, "authorized", "Payment complete."))
        .set("paid", true)
        .set("receipt_url", "https://pay.stripe.com/receipts/payment/" + id)
        .set("status", "succeeded");
    simulation.store().put(account, charge);
    Draft.on(intent)
        .set("amount_received", amount)
        .set("last_payment_error", null)
        .set("latest_charge", id)
        .set("next_action", null)
        .set("payment_method", Json.requiredText(method, "id"))
        .set("status", "succeeded");
    simulation.store().touch(intent);
    events.emit("charge.succeeded", charge);
    events.emit("payment_intent.succeeded", intent);
    Instant soon = simulation.clock().now().plus(TROUBLE_AFTER);
    if (card == TestCard.DISPUTED) {
      simulation.timers().schedule(soon, Disputes.OPEN, id);
    } else if (card == TestCard.WARNED) {
      simulation.timers().schedule(soon, FraudWarnings.WARN, id);
    }
  }

  private static BalanceSheet.Movement movement(
      JsonObject intent, long amount, String charge, TestCard card) {
    // Half cents up, as the card networks' rules do.
    long fee = (amount * FEE_BASIS_POINTS + 5_000) / 10_000 + FEE_FIXED;
    String description = Json.text(intent, "description");
    return new BalanceSheet.Movement(
        "charge",
        "charge",
        amount,
        fee,
        charge,
        description == null ? "Payment" : description,
        card != TestCard.STRAIGHT_TO_AVAILABLE);
  }

  private JsonObject refused(JsonObject intent, JsonObject method, JsonObject error) {
    TestCard card = methods.card(method);
    JsonObject charge = charge(intent, method, card);
    String id = Json.requiredText(charge, "id");
    boolean blocked = card == TestCard.BLOCKED;
    String code = Json.requiredText(error, "code");
    String decline = Json.text(error, "decline_code");
    Draft.on(charge)
        .set("failure_code", code)
        .set("failure_message", Json.text(error, "message"))
        .set(
            "outcome",
            outcome(
                card,
                blocked ? "not_sent_to_network" : "declined_by_network",
                decline == null ? code : decline,
                blocked ? "blocked" : "issuer_declined",
                blocked
                    ? "Stripe blocked this payment as too risky."
                    : "The bank did not authorize this payment."))
        .set("status", "failed");
    simulation.store().put(accountOf(intent), charge);
    error.addProperty("charge", id);
    JsonObject lastError = error.deepCopy();
    lastError.add("payment_method", method.deepCopy());
    Draft.on(intent)
        .set("last_payment_error", lastError)
        .set("latest_charge", id)
        .set("payment_method", null)
        .set("status", "requires_payment_method");
    simulation.store().touch(intent);
    events.emit("charge.failed", charge);
    events.emit("payment_intent.payment_failed", intent);
    return Json.with(
        error, "payment_intent", intent.deepCopy(), "payment_method", method.deepCopy());
  }

  private JsonObject charge(JsonObject intent, JsonObject method, TestCard card) {
    JsonObject charge =
        Draft.template("charge")
            .set("id", simulation.ids().next("ch_"))
            .set("billing_details", Json.child(method, "billing_details").deepCopy())
            .set("created", simulation.clock().seconds())
            .set("metadata", Json.child(intent, "metadata").deepCopy())
            .set("payment_intent", Json.requiredText(intent, "id"))
            .set("payment_method", Json.requiredText(method, "id"))
            .set("payment_method_details", details(method, Json.number(intent, "amount"), card))
            .json();
    for (String copied : COPIED_FROM_INTENT) {
      charge.add(copied, intent.get(copied));
    }
    return charge;
  }

  private static JsonObject details(JsonObject method, long amount, TestCard card) {
    JsonObject details = Templates.of("charge.card", "network", card.brand());
    JsonObject seen = Json.child(method, "card");
    for (String copied : COPIED_FROM_CARD) {
      details.add(copied, seen.get(copied).deepCopy());
    }
    if (!card.declines()) {
      Json.with(details, "amount_authorized", amount, "authorization_code", "123456");
    }
    Json.child(details, "overcapture").addProperty("maximum_amount_capturable", amount);
    return Json.object("card", details, "type", "card");
  }

  private static JsonObject outcome(
      TestCard card, String network, @Nullable String reason, String type, String seller) {
    return Draft.object()
        .set("advice_code", null)
        .set("network_advice_code", null)
        .set("network_decline_code", null)
        .set("network_status", network)
        .set("reason", reason)
        .set("risk_level", card.riskLevel())
        .set("risk_score", card == TestCard.BLOCKED ? 99 : card == TestCard.ELEVATED_RISK ? 70 : 20)
        .set("seller_message", seller)
        .set("type", type)
        .json();
  }

  private String accountOf(JsonObject intent) {
    return simulation.store().accountOf(Json.requiredText(intent, "id"));
  }
}
