package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.RefundCancelParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.RefundRetrieveParams;
import com.stripe.param.RefundUpdateParams;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code /v1/refunds}. Stripe keeps its fee; a refund can still fail later. */
final class Refunds {
  private static final String TYPE = "refund";
  private static final String SUCCEED = "refund-succeeds";
  private static final String FAIL = "refund-fails";
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Simulation simulation;
  private final Shelf shelf;
  private final Shelf charges;
  private final Shelf intents;
  private final Events events;
  private final BalanceSheet sheet;
  private final PaymentMethods methods;

  Refunds(Simulation simulation, Events events, BalanceSheet sheet, PaymentMethods methods) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "refund");
    charges = Shelf.of(simulation, "charge", "charge");
    intents = Shelf.of(simulation, Intents.TYPE, "payment_intent");
    this.events = events;
    this.sheet = sheet;
    this.methods = methods;
    simulation.timers().on(SUCCEED, whilePending(this::succeed));
    simulation.timers().on(FAIL, whilePending(this::fail));
  }

  /** What was planned for a refund whose end has come another way no longer happens. */
  private Consumer<String> whilePending(Consumer<String> end) {
    return id -> {
      if ("pending".equals(Json.text(simulation.store().get(id), "status"))) {
        end.accept(id);
      }
    };
  }

  void register(Routes routes) {
    String one = "/v1/refunds/{}";
    routes
        .post("/v1/refunds", RefundCreateParams.class, this::create)
        .get("/v1/refunds", RefundListParams.class, this::list)
        .get(one, RefundRetrieveParams.class, shelf::existing)
        .post(one, RefundUpdateParams.class, this::update)
        .post(one + "/cancel", RefundCancelParams.class, this::cancel);
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/refunds/{}/fail", this::failByAdmin);
  }

  private JsonElement failByAdmin(Call call) {
    JsonObject refund = shelf.existing(call);
    if ("failed".equals(Json.text(refund, "status"))) {
      throw StripeFailure.refused(null, null, "This refund has failed already.");
    }
    fail(Json.requiredText(refund, "id"));
    return refund;
  }

  /** Only what waits for the customer can be called back, and no card's refund does. */
  private JsonElement cancel(Call call) {
    String status = Json.requiredText(shelf.existing(call), "status");
    throw StripeFailure.refused(
        null, null, "A refund that is %s cannot be canceled.".formatted(status));
  }

  private JsonElement create(Call call) {
    JsonObject charge = charge(call);
    long left = Json.number(charge, "amount") - Json.number(charge, "amount_refunded");
    long amount = call.number("amount").orElse(left);
    check(charge, amount, left);
    String id = simulation.ids().next("re_");
    TestCard card =
        methods.card(simulation.store().get(Json.requiredText(charge, "payment_method")));
    boolean later = card == TestCard.REFUND_SUCCEEDS_LATER || card == TestCard.REFUND_FAILS_LATER;
    JsonObject booked = sheet.book(call.account(), movement(-amount, id, "Refund"));
    JsonObject refund =
        Draft.template(TYPE)
            .set("id", id)
            .set("amount", amount)
            .set("balance_transaction", Json.requiredText(booked, "id"))
            .set("charge", Json.requiredText(charge, "id"))
            .set("created", simulation.clock().seconds())
            .set("currency", Json.requiredText(charge, "currency"))
            .set("metadata", call.metadata())
            .set("payment_intent", Json.text(charge, "payment_intent"))
            .set("reason", call.text("reason"))
            .set("status", later ? "pending" : "succeeded")
            .json();
    simulation.store().put(call.account(), refund);
    count(charge, amount);
    events.emit("refund.created", refund);
    events.emit("charge.refunded", charge);
    if (later) {
      simulation
          .timers()
          .schedule(
              simulation.clock().now().plus(LATER),
              card == TestCard.REFUND_FAILS_LATER ? FAIL : SUCCEED,
              id);
    }
    return refund;
  }

  private static BalanceSheet.Movement movement(long amount, String id, String description) {
    return BalanceSheet.Movement.atOnce(
        amount < 0 ? "refund" : "refund_failure",
        amount < 0 ? "refund" : "refund_failure",
        amount,
        id,
        description);
  }

  private void count(JsonObject charge, long amount) {
    long refunded = Json.number(charge, "amount_refunded") + amount;
    Json.with(
        charge, "amount_refunded", refunded, "refunded", refunded == Json.number(charge, "amount"));
    simulation.store().touch(charge);
  }

  private static void check(JsonObject charge, long amount, long left) {
    String id = Json.requiredText(charge, "id");
    if (!"succeeded".equals(Json.text(charge, "status"))) {
      throw StripeFailure.refused(
          "charge_not_refundable", null, "Charge %s was not paid.".formatted(id));
    }
    if (Json.flag(charge, "disputed")) {
      throw StripeFailure.refused(
          "charge_disputed", null, "Charge %s has been charged back.".formatted(id));
    }
    if (left == 0) {
      throw StripeFailure.refused(
          "charge_already_refunded", null, "Charge %s has already been refunded.".formatted(id));
    }
    if (amount < 1 || amount > left) {
      throw StripeFailure.refused(
          "amount_too_large",
          "amount",
          "Refund amount (%d) is greater than unrefunded amount on charge (%d)"
              .formatted(amount, left));
    }
  }

  private JsonObject charge(Call call) {
    String intent = call.text("payment_intent");
    String named = call.text("charge");
    if (intent == null && named == null) {
      throw StripeFailure.parameter(
          "parameter_missing",
          null,
          "One of the following params should be provided for this request: payment_intent or"
              + " charge.");
    }
    if (intent == null && named != null) {
      return charges.named(call, named, "charge");
    }
    @Nullable String latest = intent == null ? null : latestCharge(call, intent);
    if (latest == null) {
      throw StripeFailure.refused(
          "charge_not_refundable",
          "payment_intent",
          "This PaymentIntent (%s) does not have a successful charge to refund.".formatted(intent));
    }
    return simulation.store().get(latest);
  }

  private @Nullable String latestCharge(Call call, String intent) {
    return Json.text(intents.named(call, intent, "payment_intent"), "latest_charge");
  }

  private void succeed(String id) {
    JsonObject refund = simulation.store().get(id);
    refund.addProperty("status", "succeeded");
    simulation.store().touch(refund);
    events.emit("refund.updated", refund);
  }

  private void fail(String id) {
    JsonObject refund = simulation.store().get(id);
    long amount = Json.number(refund, "amount");
    String account = simulation.store().accountOf(id);
    JsonObject booked = sheet.book(account, movement(amount, id, "Refund failure"));
    Draft.on(refund)
        .set("failure_balance_transaction", Json.requiredText(booked, "id"))
        .set("failure_reason", "expired_or_canceled_card")
        .set("status", "failed");
    simulation.store().touch(refund);
    count(simulation.store().get(Json.requiredText(refund, "charge")), -amount);
    events.emit("refund.failed", refund);
  }

  private JsonElement update(Call call) {
    JsonObject refund = shelf.existing(call);
    refund.add("metadata", call.metadataOver(Json.child(refund, "metadata")));
    simulation.store().touch(refund);
    events.emit("refund.updated", refund);
    return refund;
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "charge", "payment_intent");
  }
}
