package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerRetrieveParams;
import com.stripe.param.CustomerUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.webhook.Events;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /v1/customers}. */
final class Customers {
  private static final String TYPE = "customer";
  private static final List<String> PLAIN = List.of("name", "email", "phone", "description");

  private final Simulation simulation;
  private final Shelf shelf;
  private final Events events;

  Customers(Simulation simulation, Events events) {
    this.simulation = simulation;
    shelf = Shelf.of(simulation, TYPE, "customer");
    this.events = events;
  }

  void register(Routes routes) {
    String one = "/v1/customers/{}";
    routes
        .post("/v1/customers", CustomerCreateParams.class, this::create)
        .get("/v1/customers", CustomerListParams.class, this::list)
        .get(one, CustomerRetrieveParams.class, shelf::existing)
        .post(one, CustomerUpdateParams.class, this::update)
        .delete(one, this::delete);
  }

  /** A customer that Checkout makes of who paid. */
  JsonObject add(String account, @Nullable String name, @Nullable String email) {
    String id = simulation.ids().next("cus_");
    JsonObject customer =
        Draft.template(TYPE)
            .set("id", id)
            .set("created", simulation.clock().seconds())
            .set("invoice_prefix", id.substring(4, 12).toUpperCase(Locale.ROOT))
            .set("name", name)
            .set("email", email)
            .json();
    simulation.store().put(account, customer);
    return customer;
  }

  /** The customer that a parameter names. */
  JsonObject named(Call call, String id) {
    return shelf.named(call, id, "customer");
  }

  private JsonElement create(Call call) {
    JsonObject customer = add(call.account(), null, null);
    apply(call, customer);
    events.emit("customer.created", customer);
    return customer;
  }

  private JsonElement update(Call call) {
    JsonObject customer = shelf.existing(call);
    apply(call, customer);
    events.emit("customer.updated", customer);
    return customer;
  }

  private void apply(Call call, JsonObject customer) {
    for (String field : PLAIN) {
      if (call.has(field)) {
        Json.with(customer, field, call.text(field));
      }
    }
    JsonElement address = Json.at(call.params(), "address");
    if (address != null && address.isJsonObject()) {
      JsonObject whole = Json.object();
      for (String part : List.of("city", "country", "line1", "line2", "postal_code", "state")) {
        Json.with(whole, part, call.text("address", part));
      }
      customer.add("address", whole);
    }
    String method = call.text("invoice_settings", "default_payment_method");
    if (method != null) {
      Json.child(customer, "invoice_settings").addProperty("default_payment_method", method);
    }
    customer.add("metadata", call.metadataOver(Json.child(customer, "metadata")));
    simulation.store().touch(customer);
  }

  private JsonElement list(Call call) {
    return shelf.page(call, "email");
  }

  private JsonElement delete(Call call) {
    JsonObject customer = shelf.existing(call);
    events.emit("customer.deleted", customer);
    simulation.store().remove(call.variable(0));
    return Json.object("id", call.variable(0), "object", TYPE, "deleted", true);
  }
}
