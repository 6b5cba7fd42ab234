package dev.agora.stripesimulator.payment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.ArrayList;
import java.util.List;

/** What a Checkout Session sells, priced in the request itself ({@code price_data}). */
final class LineItems {
  private LineItems() {}

  static List<JsonObject> of(Call call, Simulation simulation) {
    List<JsonElement> sent = Json.list(call.params(), "line_items");
    if (sent.isEmpty()) {
      throw StripeFailure.missing("line_items");
    }
    List<JsonObject> items = new ArrayList<>();
    for (JsonElement item : sent) {
      items.add(item(item, "line_items[" + items.size() + "]", simulation));
    }
    return items;
  }

  private static JsonObject item(JsonElement sent, String name, Simulation simulation) {
    String price = Json.text(sent, "price");
    if (price != null) {
      throw StripeFailure.unknown("price", price, name + "[price]");
    }
    String currency = Amounts.dollars(required(sent, name, "price_data", "currency"));
    String product = required(sent, name, "price_data", "product_data", "name");
    long unit = number(required(sent, name, "price_data", "unit_amount"));
    long quantity = number(required(sent, name, "quantity"));
    long amount = Math.multiplyExact(unit, quantity);
    return Draft.object()
        .set("id", simulation.ids().next("li_"))
        .set("object", "item")
        .set("adjustable_quantity", null)
        .set("amount_discount", 0)
        .set("amount_subtotal", amount)
        .set("amount_tax", 0)
        .set("amount_total", amount)
        .set("currency", currency)
        .set("description", product)
        .set("metadata", Json.object())
        .set("price", price(simulation, currency, unit))
        .set("quantity", quantity)
        .json();
  }

  private static JsonObject price(Simulation simulation, String currency, long unit) {
    return Draft.template("price")
        .set("id", simulation.ids().next("price_"))
        .set("active", false)
        .set("created", simulation.clock().seconds())
        .set("currency", currency)
        .set("product", simulation.ids().next("prod_"))
        .set("unit_amount", unit)
        .set("unit_amount_decimal", String.valueOf(unit))
        .json();
  }

  private static long number(String text) {
    return Long.parseLong(text);
  }

  private static String required(JsonElement item, String name, String... path) {
    String text = Json.text(item, path);
    if (text == null || text.isEmpty()) {
      throw StripeFailure.missing(name + "[" + String.join("][", path) + "]");
    }
    return text;
  }
}
