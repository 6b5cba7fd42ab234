package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.PaymentMethodDetachParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.PaymentMethodRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cards as payment methods. Which test card one is, is kept beside it. */
final class PaymentMethods {
  private static final String TYPE = "payment_method";

  private final Simulation simulation;
  private final Events events;

  PaymentMethods(Simulation simulation, Events events) {
    this.simulation = simulation;
    this.events = events;
  }

  void register(Routes routes) {
    String one = "/v1/payment_methods/{}";
    routes
        .post("/v1/payment_methods", PaymentMethodCreateParams.class, this::create)
        .get("/v1/payment_methods", PaymentMethodListParams.class, this::list)
        .get(one, PaymentMethodRetrieveParams.class, call -> existing(call, call.variable(0)))
        .post(one + "/attach", PaymentMethodAttachParams.class, this::attach)
        .post(one + "/detach", PaymentMethodDetachParams.class, this::detach)
        .get(
            "/v1/customers/{}/payment_methods",
            com.stripe.param.CustomerPaymentMethodListParams.class,
            call -> Paging.page(call, ofCustomer(call, call.variable(0))));
  }

  /** A new payment method for the card. */
  JsonObject of(String account, TestCard card, @Nullable String name, @Nullable String email) {
    JsonObject method =
        Draft.template(TYPE)
            .set("id", simulation.ids().next("pm_"))
            .set("card", details(card))
            .set("created", simulation.clock().seconds())
            .json();
    Json.with(Json.child(method, "billing_details"), "name", name, "email", email);
    simulation.store().put(account, method);
    simulation
        .store()
        .put("sim", Json.object("id", side(method), "object", "sim.card", "card", card.name()));
    return method;
  }

  private JsonObject details(TestCard card) {
    long year = simulation.clock().now().atOffset(ZoneOffset.UTC).getYear() + 3L;
    return Draft.object()
        .set("brand", card.brand())
        .set(
            "checks",
            Draft.object()
                .set("address_line1_check", null)
                .set("address_postal_code_check", null)
                .set("cvc_check", card == TestCard.WRONG_CVC ? "fail" : "pass")
                .json())
        .set("country", "US")
        .set("display_brand", card.brand())
        .set("exp_month", 12)
        .set("exp_year", year)
        .set("fingerprint", "Fp" + card.lastFour() + "AgoraTest1")
        .set("funding", "credit")
        .set("generated_from", null)
        .set("last4", card.lastFour())
        .set("networks", Json.object("available", Json.array(card.brand()), "preferred", null))
        .set("regulated_status", "unregulated")
        .set("three_d_secure_usage", Json.object("supported", true))
        .set("wallet", null)
        .json();
  }

  /** The method that a parameter names, made on the spot for {@code pm_card_visa} and the like. */
  JsonObject named(Call call, String id) {
    Optional<TestCard> alias = TestCard.ofAlias(id);
    return alias.isPresent()
        ? of(call.account(), alias.get(), null, null)
        : simulation
            .store()
            .find(call.account(), TYPE, id)
            .orElseThrow(() -> StripeFailure.unknown("PaymentMethod", id, "payment_method"));
  }

  TestCard card(JsonObject method) {
    return TestCard.valueOf(Json.requiredText(simulation.store().get(side(method)), "card"));
  }

  /** Lets the customer keep the method. */
  void attach(JsonObject method, String customer) {
    if (customer.equals(Json.text(method, "customer"))) {
      return;
    }
    method.addProperty("customer", customer);
    simulation.store().touch(method);
    events.emit("payment_method.attached", method);
  }

  private JsonElement create(Call call) {
    if (!"card".equals(call.required("type"))) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "type", "This simulator has cards only.");
    }
    String token = call.text("card", "token");
    String number = call.text("card", "number");
    Optional<TestCard> card =
        token != null
            ? TestCard.ofAlias(token)
            : Optional.ofNullable(number).flatMap(TestCard::ofNumber);
    JsonObject method =
        of(
            call.account(),
            card.orElseThrow(
                () ->
                    StripeFailure.parameter(
                        "incorrect_number", "card[number]", "Your card number is incorrect.")),
            call.text("billing_details", "name"),
            call.text("billing_details", "email"));
    method.add("metadata", call.metadata());
    return method;
  }

  private JsonElement attach(Call call) {
    JsonObject method = named(call, call.variable(0));
    String customer = call.required("customer");
    if (simulation.store().find(call.account(), "customer", customer).isEmpty()) {
      throw StripeFailure.unknown("customer", customer, "customer");
    }
    if (card(method).refusesToBeKept()) {
      throw StripeFailure.card(CardErrors.of(card(method)));
    }
    attach(method, customer);
    return method;
  }

  private JsonElement detach(Call call) {
    JsonObject method = existing(call, call.variable(0));
    if (Json.text(method, "customer") == null) {
      throw StripeFailure.refused(
          "payment_method_not_attached",
          null,
          "The payment method you provided is not attached to a customer so detachment is"
              + " impossible.");
    }
    Json.with(method, "customer", null);
    simulation.store().touch(method);
    events.emit("payment_method.detached", method);
    return method;
  }

  private JsonElement list(Call call) {
    return Paging.page(call, ofCustomer(call, call.required("customer")));
  }

  private Stream<JsonObject> ofCustomer(Call call, String customer) {
    String type = call.text("type");
    return simulation
        .store()
        .newestFirst(call.account(), TYPE)
        .filter(method -> customer.equals(Json.text(method, "customer")))
        .filter(method -> type == null || type.equals(Json.text(method, "type")));
  }

  private JsonObject existing(Call call, String id) {
    return simulation
        .store()
        .find(call.account(), TYPE, id)
        .orElseThrow(() -> StripeFailure.notFound("PaymentMethod", id));
  }

  private static String side(JsonObject method) {
    return "sim_card_" + Json.requiredText(method, "id");
  }
}
