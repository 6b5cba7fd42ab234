package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.tax.CalculationCreateParams;
import com.stripe.param.tax.CalculationLineItemListParams;
import com.stripe.param.tax.CalculationRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Expansion;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code /v1/tax/calculations}: what the one rate of {@link Taxes} comes to, line by line. */
final class TaxCalculations {
  private static final String TYPE = "tax.calculation";
  private static final String LINES = "sim.tax_lines";
  private static final Duration KEPT = Duration.ofDays(90);

  private final Simulation simulation;
  private final Taxes taxes;
  private final Shelf shelf;

  TaxCalculations(Simulation simulation, Taxes taxes) {
    this.simulation = simulation;
    this.taxes = taxes;
    shelf = Shelf.of(simulation, TYPE, "tax calculation");
  }

  void register(Routes routes, Expansion expansion) {
    String one = "/v1/tax/calculations/{}";
    routes
        .post("/v1/tax/calculations", CalculationCreateParams.class, this::create)
        .get(one, CalculationRetrieveParams.class, shelf::existing)
        .get(
            one + "/line_items",
            CalculationLineItemListParams.class,
            call -> Paging.page(call, lines(shelf.existing(call)).stream()));
    expansion.includes(
        TYPE,
        "line_items",
        calculation ->
            Paging.list(
                "/v1/tax/calculations/" + Json.requiredText(calculation, "id") + "/line_items",
                lines(calculation),
                false));
  }

  private JsonElement create(Call call) {
    String currency = call.required("currency");
    if (!currency.equals("usd")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "currency", "This simulator settles in usd only.");
    }
    List<JsonObject> lines = new ArrayList<>();
    for (JsonElement sent : Json.list(call.params(), "line_items")) {
      lines.add(line(sent, "line_items[" + lines.size() + "]"));
    }
    if (lines.isEmpty()) {
      throw StripeFailure.missing("line_items");
    }
    JsonObject calculation = calculation(call, lines);
    String id = Json.requiredText(calculation, "id");
    JsonObject kept = Json.object("id", "sim_lines_" + id, "object", LINES, "lines", lines);
    simulation.store().put("sim", kept);
    return simulation.store().put(call.account(), calculation);
  }

  private JsonObject line(JsonElement sent, String name) {
    if (Json.at(sent, "amount") == null) {
      throw StripeFailure.missing(name + "[amount]");
    }
    long amount = Json.number(sent, "amount");
    boolean inclusive = "inclusive".equals(Json.text(sent, "tax_behavior"));
    String reference = Json.text(sent, "reference");
    String code = Json.text(sent, "tax_code");
    return Draft.object()
        .set("id", simulation.ids().next("tax_li_"))
        .set("object", "tax.calculation_line_item")
        .set("amount", amount)
        .set("amount_tax", inclusive ? taxes.within(amount) : taxes.on(amount))
        .set("livemode", false)
        .set("metadata", Json.child(sent, "metadata").deepCopy())
        .set("product", Json.text(sent, "product"))
        .set("quantity", Json.at(sent, "quantity") == null ? 1 : Json.number(sent, "quantity"))
        .set("reference", reference == null ? name : reference)
        .set("tax_behavior", inclusive ? "inclusive" : "exclusive")
        .set("tax_code", code == null ? "txcd_10000000" : code)
        .json();
  }

  private JsonObject calculation(Call call, List<JsonObject> lines) {
    long now = simulation.clock().seconds();
    long onTop = tax(lines, "exclusive");
    long within = tax(lines, "inclusive");
    JsonObject made =
        Draft.template(TYPE)
            .set("id", simulation.ids().next("taxcalc_"))
            .set("amount_total", sum(lines, "amount") + onTop)
            .set("customer", call.text("customer"))
            .set("expires_at", now + KEPT.toSeconds())
            .set("tax_amount_exclusive", onTop)
            .set("tax_amount_inclusive", within)
            .set("tax_breakdown", breakdown(call, lines, onTop, within))
            .set("tax_date", call.number("tax_date").orElse(now))
            .json();
    JsonObject who = Json.child(made, "customer_details");
    JsonObject address = Json.child(call.params(), "customer_details", "address");
    if (!address.isEmpty()) {
      who.add("address", address(address));
      String source = call.text("customer_details", "address_source");
      Json.with(who, "address_source", source == null ? "billing" : source);
    } else if (call.text("customer") == null) {
      throw StripeFailure.missing("customer_details");
    }
    Json.with(who, "ip_address", call.text("customer_details", "ip_address"));
    return made;
  }

  private static JsonObject address(JsonObject sent) {
    Draft address = Draft.object();
    for (String field : List.of("city", "country", "line1", "line2", "postal_code", "state")) {
      address.set(field, Json.text(sent, field));
    }
    return address.json();
  }

  private List<JsonObject> breakdown(Call call, List<JsonObject> lines, long onTop, long within) {
    JsonObject rate =
        Draft.object()
            .set("country", call.text("customer_details", "address", "country"))
            .set("flat_amount", null)
            .set("percentage_decimal", taxes.percent())
            .set("rate_type", "percentage")
            .set("state", call.text("customer_details", "address", "state"))
            .set("tax_type", "sales_tax")
            .json();
    return List.of(
        Draft.object()
            .set("amount", onTop + within)
            .set("inclusive", onTop == 0 && within > 0)
            .set("tax_rate_details", rate)
            .set("taxability_reason", onTop + within == 0 ? "zero_rated" : "standard_rated")
            .set("taxable_amount", sum(lines, "amount") - within)
            .json());
  }

  private static long tax(List<JsonObject> lines, String behavior) {
    List<JsonObject> those =
        lines.stream().filter(line -> behavior.equals(Json.text(line, "tax_behavior"))).toList();
    return sum(those, "amount_tax");
  }

  private static long sum(List<JsonObject> lines, String field) {
    return lines.stream().mapToLong(line -> Json.number(line, field)).sum();
  }

  private List<JsonObject> lines(JsonObject calculation) {
    JsonObject kept = simulation.store().get("sim_lines_" + Json.requiredText(calculation, "id"));
    return Json.list(kept, "lines").stream().map(JsonElement::getAsJsonObject).toList();
  }
}
