package dev.agora.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Objects of Stripe as constants that Stripe's own TypeScript types have to accept. */
final class TypeScript {

  private static final Map<String, String> NESTED =
      Map.of(
          "checkout.session", "Checkout.Session",
          "radar.early_fraud_warning", "Radar.EarlyFraudWarning",
          "tax.calculation", "Tax.Calculation",
          "tax.calculation_line_item", "Tax.CalculationLineItem",
          "v2.core.account", "V2.Core.Account",
          "v2.core.account_link", "V2.Core.AccountLink",
          "v2.core.event_destination", "V2.Core.EventDestination",
          "line_item", "LineItem",
          "item", "LineItem");

  /** Thin events have a type of their own for each name, of which the library exports no union. */
  private static final Set<String> UNTYPED = Set.of("v2.core.event", "list");

  /** What v2 answers of an object that is deleted. */
  private static final Set<String> GONE = Set.of("id", "object");

  /** A decimal that is plain text there, too. */
  private static final String PLAIN_DECIMAL = "percentage_decimal";

  private TypeScript() {}

  /** A module with all objects, each once. */
  static String module(Stream<JsonObject> objects) {
    StringBuilder module = new StringBuilder("import Stripe from 'stripe';\n");
    Set<String> constants = new LinkedHashSet<>();
    objects.forEach(
        object -> type(object).ifPresent(type -> constants.add(constant(type, object))));
    int number = 0;
    for (String constant : constants) {
      module.append("export const x").append(number).append(constant);
      number++;
    }
    return module.toString();
  }

  private static String constant(String type, JsonObject object) {
    StringBuilder constant = new StringBuilder(": Stripe.").append(type).append(" = ");
    // What v2 leaves out unless it is asked for, it answers as null, and the types call it
    // optional.
    write(object, "", type.startsWith("V2.") ? "undefined" : "null", constant);
    return constant.append(";\n").toString();
  }

  private static Optional<String> type(JsonObject object) {
    String name = Json.text(object, "object");
    if (name == null || UNTYPED.contains(name)) {
      return Optional.empty();
    }
    if (name.startsWith("v2.") && object.keySet().equals(GONE)) {
      return Optional.of("V2.DeletedObject");
    }
    if (Json.flag(object, "deleted")) {
      return Optional.of("Deleted" + camel(name));
    }
    return Optional.of(NESTED.getOrDefault(name, camel(name)));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_", -1)) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return camel.toString();
  }

  /** Decimals are a class of the library there, and text on the wire. */
  private static void write(JsonElement value, String key, String absent, StringBuilder text) {
    if (value.isJsonObject()) {
      text.append('{');
      for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
        text.append(Json.write(Json.array(entry.getKey())), 1, entry.getKey().length() + 3);
        text.append(':');
        write(entry.getValue(), entry.getKey(), absent, text);
        text.append(',');
      }
      text.append('}');
    } else if (value.isJsonArray()) {
      text.append('[');
      for (JsonElement each : value.getAsJsonArray()) {
        write(each, key, absent, text);
        text.append(',');
      }
      text.append(']');
    } else if (value.isJsonNull()) {
      text.append(absent);
    } else {
      text.append(Json.write(value));
      boolean decimal = key.endsWith("_decimal") && !key.equals(PLAIN_DECIMAL);
      text.append(decimal ? " as unknown as Stripe.Decimal" : "");
    }
  }
}
