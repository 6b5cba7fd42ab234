package dev.agora.stripesimulator.oracle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.annotations.SerializedName;
import com.stripe.model.EventDataClassLookup;
import com.stripe.model.ExpandableField;
import com.stripe.model.StripeCollectionInterface;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import dev.agora.stripesimulator.state.Json;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks JSON against stripe-java's model classes: every key must be a field of the class that its
 * {@code object} names, every scalar of the field's type.
 */
public final class ModelOracle {
  private static final Set<String> LIST_KEYS = Set.of("object", "data", "has_more", "url");
  private static final Set<String> V2_LIST_KEYS =
      Set.of("data", "next_page_url", "previous_page_url");
  private static final Set<String> THIN_KEYS =
      Set.of(
          "id",
          "object",
          "type",
          "created",
          "livemode",
          "context",
          "reason",
          "related_object",
          "data");

  private final List<String> problems = new ArrayList<>();

  private ModelOracle() {}

  /** What is wrong with an answer or event, empty when nothing is. */
  public static List<String> problems(String text) {
    ModelOracle oracle = new ModelOracle();
    JsonObject json = Json.read(text);
    if (json.has("error")) {
      oracle.object(json.getAsJsonObject("error"), StripeError.class, "error");
    } else {
      oracle.byItsObject(json, null, "");
    }
    return oracle.problems;
  }

  private void byItsObject(JsonObject json, @Nullable Class<?> declared, String path) {
    String name = Json.text(json, "object");
    Class<?> known = name == null ? null : lookup(name);
    if ("list".equals(name)) {
      list(json, LIST_KEYS, path);
    } else if ("v2.core.event".equals(name)) {
      keysAmong(json, THIN_KEYS, path);
    } else if (name == null && json.has("next_page_url")) {
      list(json, V2_LIST_KEYS, path);
    } else if (known != null) {
      object(json, known, path + "<" + name + ">");
    } else if (declared != null && !declared.isInterface()) {
      object(json, declared, path);
    } else {
      problems.add(path + ": no class for object " + name);
    }
  }

  private static @Nullable Class<?> lookup(String name) {
    Class<? extends StripeObject> v1 = EventDataClassLookup.classLookup.get(name);
    return v1 == null ? com.stripe.model.v2.EventDataClassLookup.classLookup.get(name) : v1;
  }

  private void list(JsonObject json, Set<String> keys, String path) {
    keysAmong(json, keys, path);
    for (JsonElement element : Json.list(json, "data")) {
      byItsObject(element.getAsJsonObject(), null, path + "[]");
    }
  }

  private void keysAmong(JsonObject json, Set<String> keys, String path) {
    json.keySet().stream()
        .filter(key -> !keys.contains(key))
        .forEach(key -> problems.add(path + "." + key + ": unknown key"));
  }

  private void object(JsonObject json, Class<?> type, String path) {
    Map<String, Type> fields = fields(type);
    json.entrySet()
        .forEach(
            entry -> {
              String here = path + "." + entry.getKey();
              Type field = fields.get(entry.getKey());
              if (field == null) {
                problems.add(here + ": no such field in " + type.getSimpleName());
              } else if (!entry.getValue().isJsonNull()) {
                value(entry.getValue(), field, here);
              }
            });
  }

  private void value(JsonElement value, Type type, String path) {
    Class<?> raw = raw(type);
    if (raw == ExpandableField.class) {
      expandable(value, argument(type, 0), path);
    } else if (List.class.isAssignableFrom(raw)) {
      array(value, argument(type, 0), path);
    } else if (raw == Map.class) {
      require(value.isJsonObject(), path, "a map", value);
    } else if (StripeCollectionInterface.class.isAssignableFrom(raw)) {
      list(value.getAsJsonObject(), LIST_KEYS, path);
    } else if (raw == Object.class) {
      return;
    } else if (raw.getName().startsWith("com.stripe.model")) {
      boolean object = require(value.isJsonObject(), path, "an object", value);
      if (object && path.endsWith("<event>.data")) {
        snapshot(value.getAsJsonObject(), path);
      } else if (object) {
        byItsObject(value.getAsJsonObject(), raw, path);
      }
    } else {
      scalar(value, raw, path);
    }
  }

  private void snapshot(JsonObject data, String path) {
    byItsObject(Json.child(data, "object"), null, path + ".object");
    keysAmong(data, Set.of("object", "previous_attributes"), path);
  }

  private void expandable(JsonElement value, Type target, String path) {
    if (value.isJsonObject()) {
      byItsObject(value.getAsJsonObject(), raw(target), path);
    } else {
      require(isText(value), path, "an id", value);
    }
  }

  private void array(JsonElement value, Type element, String path) {
    if (require(value.isJsonArray(), path, "an array", value)) {
      value.getAsJsonArray().forEach(each -> value(each, element, path + "[]"));
    }
  }

  private void scalar(JsonElement value, Class<?> type, String path) {
    boolean fits =
        switch (value) {
          case JsonPrimitive text when type == String.class || type == Instant.class ->
              text.isString();
          case JsonPrimitive number when type == Long.class || type == Integer.class ->
              number.isNumber() && number.getAsString().matches("-?\\d+");
          case JsonPrimitive flag when type == Boolean.class -> flag.isBoolean();
          case JsonPrimitive decimal when type == BigDecimal.class ->
              decimal.isNumber() || decimal.isString();
          default -> false;
        };
    require(fits, path, type.getSimpleName(), value);
  }

  private boolean require(boolean fits, String path, String wanted, JsonElement value) {
    if (!fits) {
      problems.add("%s: %s wanted, not %s".formatted(path, wanted, value));
    }
    return fits;
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive text && text.isString();
  }

  private static Map<String, Type> fields(Class<?> type) {
    Map<String, Type> fields = new HashMap<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        SerializedName name = field.getAnnotation(SerializedName.class);
        if (name != null) {
          fields.put(name.value(), field.getGenericType());
        }
      }
    }
    return fields;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : type instanceof Class<?> plain ? plain : Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }
}
