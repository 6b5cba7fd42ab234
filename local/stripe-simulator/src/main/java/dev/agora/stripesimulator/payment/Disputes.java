package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.DisputeCloseParams;
import com.stripe.param.DisputeListParams;
import com.stripe.param.DisputeRetrieveParams;
import dev.agora.stripesimulator.balance.BalanceSheet;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
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
  private static final long FEE = 1_500;
  private static final Duration TIME_TO_ANSWER = Duration.ofDays(20);
  private static final Set<String> CLOSED = Set.of("won", "lost");

  private final Simulation simulation;
  private final Events events;
  private final BalanceSheet sheet;

  Disputes(Simulation simulation, Events events, BalanceSheet sheet) {
    this.simulation = simulation;
    this.events = events;
    this.sheet = sheet;
    simulation
        .timers()
        .on(OPEN, charge -> open(simulation.store().get(charge), "fraudulent", null));
  }

  void register(Routes routes) {
    routes
        .get("/v1/disputes", DisputeListParams.class, this::list)
        .get("/v1/disputes/{}", DisputeRetrieveParams.class, this::existing)
        .post("/v1/disputes/{}/close", DisputeCloseParams.class, this::accept);
  }

  void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/disputes", this::openByAdmin)
        .unchecked(
            "POST",
            "/_sim/disputes/{}/close",
            call -> close(existing(call), call.required("status")));
  }

  private JsonElement openByAdmin(Call call) {
    String id = call.required("charge");
    String reason = call.text("reason");
    JsonObject charge =
        simulation
            .store()
            .find(call.account(), "charge", id)
            .orElseThrow(() -> StripeFailure.unknown("charge", id, "charge"));
    if (Json.flag(charge, "disputed")) {
      throw StripeFailure.refused("charge_disputed", "charge", "It is disputed already.");
    }
    return open(charge, reason == null ? "fraudulent" : reason, call.number("amount").orElse(null));
  }

  private JsonObject open(JsonObject charge, String reason, @Nullable Long part) {
    String chargeId = Json.requiredText(charge, "id");
    String account = simulation.store().accountOf(chargeId);
    String id = simulation.ids().next("dp_");
    long left = Json.number(charge, "amount") - Json.number(charge, "amount_refunded");
    long amount = part == null ? left : part;
    JsonObject booked =
        sheet.book(
            account,
            new BalanceSheet.Movement(
                "adjustment", "dispute", -amount, FEE, id, "Chargeback withdrawal", false));
    JsonObject dispute =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", amount)
            .set("balance_transactions", Json.array(booked.deepCopy()))
            .set("charge", chargeId)
            .set("created", simulation.clock().seconds())
            .set("currency", Json.requiredText(charge, "currency"))
            .set("payment_intent", Json.text(charge, "payment_intent"))
            .set("reason", reason)
            .set("status", "needs_response")
            .json();
    Json.child(dispute, "evidence_details")
        .addProperty("due_by", simulation.clock().seconds() + TIME_TO_ANSWER.toSeconds());
    simulation.store().put(account, dispute);
    charge.addProperty("disputed", true);
    simulation.store().touch(charge);
    events.emit("charge.dispute.created", dispute);
    events.emit("charge.dispute.funds_withdrawn", dispute);
    return dispute;
  }

  private JsonElement accept(Call call) {
    return close(existing(call), "lost");
  }

  private JsonObject close(JsonObject dispute, String outcome) {
    if (!CLOSED.contains(outcome)) {
      throw StripeFailure.parameter("parameter_invalid_string", "status", "won or lost");
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
    String charge = call.text("charge");
    String intent = call.text("payment_intent");
    return Paging.page(
        call,
        simulation
            .store()
            .newestFirst(call.account(), TYPE)
            .filter(each -> charge == null || charge.equals(Json.text(each, "charge")))
            .filter(each -> intent == null || intent.equals(Json.text(each, "payment_intent"))));
  }

  private JsonObject existing(Call call) {
    return simulation
        .store()
        .find(call.account(), TYPE, call.variable(0))
        .orElseThrow(() -> StripeFailure.notFound("dispute", call.variable(0)));
  }
}
