package dev.agora.stripesimulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.stripe.net.ApiRequestParams;
import dev.agora.stripesimulator.state.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks what was sent against the parameter class that stripe-java has for the endpoint, and types
 * it: what that class does not know, Stripe does not know.
 */
final class ParameterRules {
  private ParameterRules() {}

  /** The parameters typed, or a 400 that names the first one that is wrong. */
  static JsonObject check(Class<?> rules, JsonObject sent) {
    return object(rules, sent, "");
  }

  private static JsonObject object(Class<?> rules, JsonObject sent, String prefix) {
    Map<String, Type> known = ParameterFields.of(rules);
    JsonObject typed = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : sent.entrySet()) {
      String name = prefix.isEmpty() ? entry.getKey() : prefix + "[" + entry.getKey() + "]";
      Type type = known.get(entry.getKey());
      if (type == null) {
        throw StripeFailure.parameter(
            "parameter_unknown", name, "Received unknown parameter: " + name);
      }
      typed.add(entry.getKey(), value(type, entry.getValue(), name));
    }
    return typed;
  }

  private static JsonElement value(Type type, JsonElement sent, String name) {
    if (sent.isJsonNull()) {
      return JsonNull.INSTANCE;
    }
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      return generic.getRawType() == List.class ? list(element, sent, name) : sent;
    }
    return switch (type) {
      case Class<?> known when ApiRequestParams.EnumParam.class.isAssignableFrom(known) ->
          constant(known, sent, name);
      case Class<?> known when ParameterFields.isNested(known) -> nested(known, sent, name);
      case Class<?> known when known == Object.class || known == Map.class -> untyped(sent);
      case Class<?> known -> scalar(known, sent, name);
      default -> sent;
    };
  }

  private static JsonElement nested(Class<?> rules, JsonElement sent, String name) {
    if (sent.isJsonObject()) {
      return object(rules, sent.getAsJsonObject(), name);
    }
    if (isEmptyText(sent)) {
      return sent;
    }
    throw wrong("parameter_invalid_empty", name, "Invalid object: " + name + " must be a hash");
  }

  private static JsonElement list(Type element, JsonElement sent, String name) {
    JsonArray typed = new JsonArray();
    Stream<JsonElement> elements;
    if (sent.isJsonArray()) {
      elements = sent.getAsJsonArray().asList().stream();
    } else if (sent.isJsonObject()) {
      elements = inOrder(sent.getAsJsonObject());
    } else if (isEmptyText(sent)) {
      return sent;
    } else {
      throw wrong("parameter_invalid_string_blank", name, "Invalid array");
    }
    for (JsonElement each : elements.toList()) {
      typed.add(value(element, each, name + "[" + typed.size() + "]"));
    }
    return typed;
  }

  private static Stream<JsonElement> inOrder(JsonObject numbered) {
    return numbered.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> index(entry.getKey())))
        .map(Map.Entry::getValue);
  }

  private static int index(String key) {
    return key.chars().allMatch(Character::isDigit) && key.length() < 6
        ? Integer.parseInt(key)
        : Integer.MAX_VALUE;
  }

  private static JsonElement untyped(JsonElement sent) {
    boolean numbered =
        sent.isJsonObject()
            && sent.getAsJsonObject().size() > 0
            && sent.getAsJsonObject().keySet().stream()
                .allMatch(key -> index(key) < Integer.MAX_VALUE);
    return numbered ? Json.array(inOrder(sent.getAsJsonObject()).toArray()) : sent;
  }

  private static JsonElement constant(Class<?> rules, JsonElement sent, String name) {
    List<String> allowed = ParameterFields.constants(rules);
    String text = sent.isJsonPrimitive() ? sent.getAsString() : "";
    if (!allowed.isEmpty() && !text.isEmpty() && !allowed.contains(text)) {
      String message = "Invalid %s: must be one of %s".formatted(name, String.join(", ", allowed));
      throw wrong(null, name, message);
    }
    return sent;
  }

  private static JsonElement scalar(Class<?> type, JsonElement sent, String name) {
    if (!sent.isJsonPrimitive()) {
      throw wrong(null, name, "Invalid string: " + name + " must not be a hash or an array");
    }
    String text = sent.getAsString();
    try {
      if (text.isEmpty()) {
        return sent;
      } else if (type == Long.class || type == Integer.class) {
        return new JsonPrimitive(Long.parseLong(text));
      } else if (type == BigDecimal.class) {
        return new JsonPrimitive(new BigDecimal(text).toPlainString());
      } else if (type == Boolean.class) {
        return flag(text, name);
      }
      return sent;
    } catch (NumberFormatException e) {
      throw wrong("parameter_invalid_integer", name, "Invalid integer: " + text);
    }
  }

  private static JsonElement flag(String text, String name) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(null, name, "Invalid boolean: " + text);
    }
    return new JsonPrimitive(text.equals("true"));
  }

  private static boolean isEmptyText(JsonElement sent) {
    return sent.isJsonPrimitive() && sent.getAsString().isEmpty();
  }

  private static StripeFailure wrong(@Nullable String code, String name, String message) {
    return StripeFailure.parameter(code == null ? "parameter_invalid_string" : code, name, message);
  }
}
