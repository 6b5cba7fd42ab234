package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.DisputeCloseParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.DisputeUpdateParams;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/disputes}, and the bank's side of them. */
final class Disputes {
  static final String OPEN = "dispute-opens";
  private static final String TYPE = "dispute";
  private static final String STARTED = "needs_response";
  private static final long FEE = 1_500;
  private static final Duration TIME_TO_ANSWER = Duration.ofDays(20);
  private static final Set<String> CLOSED = Set.of("won", "lost", "warning_closed", "prevented");

  /** The bank only asks, or asked: no money has moved. */
  private static final Set<String> INQUIRIES =
      Set.of("warning_needs_response", "warning_under_review", "warning_closed", "prevented");

  private final Simulation simulation;
  private final Shelf shelf;
  private final Shelf charges;
  private final Events events;
  private final BalanceSheet sheet;

  Disputes(Simulation simulation, Events events, BalanceSheet sheet) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "dispute");
    charges = Shelf.of(simulation, "charge", "charge");
    this.events = events;
    this.sheet = sheet;
    simulation
        .timers()
        .on(OPEN, charge -> open(simulation.store().get(charge), "fraudulent", null, STARTED));
  }

  void register(Routes routes) {
    routes
        .get("/v1/disputes", DisputeListParams.class, this::list)
        .get("/v1/disputes/{}", DisputeRetrieveParams.class, shelf::existing)
        .post("/v1/disputes/{}", DisputeUpdateParams.class, this::update)
        .post("/v1/disputes/{}/close", DisputeCloseParams.class, this::accept);
  }

  void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/disputes", this::openByAdmin)
        .unchecked("POST", "/_sim/disputes/{}/escalate", this::escalate)
        .unchecked(
            "POST",
            "/_sim/disputes/{}/close",
            call -> close(shelf.existing(call), call.required("status")));
  }

  private JsonElement openByAdmin(Call call) {
    String id = call.required("charge");
    String reason = call.text("reason");
    JsonObject charge = charges.named(call, id, "charge");
    long left = left(charge);
    if (left < 1) {
      throw StripeFailure.refused("charge_disputed", "charge", "It is disputed already.");
    }
    long amount = call.number("amount").orElse(left);
    if (amount < 1 || amount > left) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer", "amount", "1 to " + left + " cents can be disputed");
    }
    String status = call.text("status");
    return open(
        charge, reason == null ? "fraudulent" : reason, amount, status == null ? STARTED : status);
  }

  /** What banks have left of the payment in cents: they dispute it in parts, too. */
  private long left(JsonObject charge) {
    String id = Json.requiredText(charge, "id");
    long taken =
        simulation
            .store()
            .newestFirst(simulation.store().accountOf(id), TYPE)
            .filter(dispute -> id.equals(Json.text(dispute, "charge")))
            .filter(dispute -> !INQUIRIES.contains(statusOf(dispute)))
            .filter(dispute -> !statusOf(dispute).equals("won"))
            .mapToLong(dispute -> Json.number(dispute, "amount"))
            .sum();
    return Json.number(charge, "amount") - Json.number(charge, "amount_refunded") - taken;
  }

  /** The bank that asked takes the money after all. */
  private JsonElement escalate(Call call) {
    JsonObject dispute = shelf.existing(call);
    if (!INQUIRIES.contains(Json.requiredText(dispute, "status"))) {
      throw StripeFailure.refused(null, null, "This is no inquiry.");
    }
    dispute.addProperty("status", STARTED);
    withdraw(simulation.store().get(Json.requiredText(dispute, "charge")), dispute);
    simulation.store().touch(dispute);
    events.emit("charge.dispute.updated", dispute);
    events.emit("charge.dispute.funds_withdrawn", dispute);
    return dispute;
  }

  private void withdraw(JsonObject charge, JsonObject dispute) {
    JsonObject booked =
        sheet.book(
            simulation.store().accountOf(Json.requiredText(charge, "id")),
            new BalanceSheet.Movement(
                "adjustment",
                "dispute",
                -Json.number(dispute, "amount"),
                FEE,
                Json.requiredText(dispute, "id"),
                "Chargeback withdrawal",
                false));
    dispute.getAsJsonArray("balance_transactions").add(booked.deepCopy());
    charge.addProperty("disputed", true);
    simulation.store().touch(charge);
  }

  /** Evidence is not kept; that there is some is. */
  private JsonElement update(Call call) {
    JsonObject dispute = shelf.existing(call);
    dispute.add("metadata", call.metadataOver(Json.child(dispute, "metadata")));
    String status = Json.requiredText(dispute, "status");
    if (call.has("evidence") && !CLOSED.contains(status)) {
      dispute.addProperty(
          "status", INQUIRIES.contains(status) ? "warning_under_review" : "under_review");
    }
    simulation.store().touch(dispute);
    events.emit("charge.dispute.updated", dispute);
    return dispute;
  }

  private JsonObject open(JsonObject charge, String reason, @Nullable Long part, String status) {
    String chargeId = Json.requiredText(charge, "id");
    String account = simulation.store().accountOf(chargeId);
    String id = simulation.ids().next("dp_");
    long amount = part == null ? left(charge) : part;
    boolean inquiry = INQUIRIES.contains(status);
    JsonObject dispute =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", amount)
            .set("charge", chargeId)
            .set("created", simulation.clock().seconds())
            .set("currency", Json.requiredText(charge, "currency"))
            .set("payment_intent", Json.text(charge, "payment_intent"))
            .set("reason", reason)
            .set("is_charge_refundable", inquiry)
            .set("status", status)
            .json();
    Json.child(dispute, "evidence_details")
        .addProperty("due_by", simulation.clock().seconds() + TIME_TO_ANSWER.toSeconds());
    simulation.store().put(account, dispute);
    if (!inquiry) {
      withdraw(charge, dispute);
    }
    events.emit("charge.dispute.created", dispute);
    if (!inquiry) {
      events.emit("charge.dispute.funds_withdrawn", dispute);
    }
    return dispute;
  }

  private JsonElement accept(Call call) {
    JsonObject dispute = shelf.existing(call);
    boolean inquiry = INQUIRIES.contains(Json.requiredText(dispute, "status"));
    return close(dispute, inquiry ? "warning_closed" : "lost");
  }

  private JsonObject close(JsonObject dispute, String outcome) {
    if (!CLOSED.contains(outcome)) {
      throw StripeFailure.parameter("parameter_invalid_string", "status", "won or lost");
    }
    if (outcome.equals("warning_closed") != INQUIRIES.contains(statusOf(dispute))) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "status", "an inquiry ends warning_closed, a dispute never");
    }
    if (CLOSED.contains(Json.requiredText(dispute, "status"))) {
      throw StripeFailure.refused(null, null, "This dispute is already closed.");
    }
    dispute.addProperty("status", outcome);
    if (outcome.equals("won")) {
      giveBack(dispute);
    }
    simulation.store().touch(dispute);
    events.emit("charge.dispute.closed", dispute);
    return dispute;
  }

  private static String statusOf(JsonObject dispute) {
    return Json.requiredText(dispute, "status");
  }

  private void giveBack(JsonObject dispute) {
    String id = Json.requiredText(dispute, "id");
    JsonObject booked =
        sheet.book(
            simulation.store().accountOf(id),
            new BalanceSheet.Movement(
                "adjustment",
                "dispute_reversal",
                Json.number(dispute, "amount"),
                -FEE,
                id,
                "Chargeback reversal",
                false));
    dispute.getAsJsonArray("balance_transactions").add(booked.deepCopy());
    events.emit("charge.dispute.funds_reinstated", dispute);
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "charge", "payment_intent");
  }
}
