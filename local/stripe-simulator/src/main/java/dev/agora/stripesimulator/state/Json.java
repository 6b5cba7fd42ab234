package dev.agora.stripesimulator.state;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and builds the JSON trees that Stripe's objects are here. */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Json() {}

  /**
   * An object of alternating keys and values: text, numbers, booleans, JSON, lists of these, or
   * null.
   */
  public static JsonObject object(@Nullable Object... keysAndValues) {
    return with(new JsonObject(), keysAndValues);
  }

  /** Sets alternating keys and values on the target and returns it. */
  public static JsonObject with(JsonObject target, @Nullable Object... keysAndValues) {
    for (int i = 0; i < keysAndValues.length; i += 2) {
      target.add(String.valueOf(keysAndValues[i]), element(keysAndValues[i + 1]));
    }
    return target;
  }

  /** An array of the given values, each as {@link #object} takes them. */
  public static JsonArray array(@Nullable Object... values) {
    JsonArray array = new JsonArray();
    for (Object value : values) {
      array.add(element(value));
    }
    return array;
  }

  private static JsonElement element(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.INSTANCE;
      case JsonElement json -> json;
      case String text -> new JsonPrimitive(text);
      case Number number -> new JsonPrimitive(number);
      case Boolean flag -> new JsonPrimitive(flag);
      case List<?> list -> array(list.toArray());
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    };
  }

  /** The text at the path, or null where something on the way is absent, null or no scalar. */
  public static @Nullable String text(JsonElement from, String... path) {
    JsonElement found = at(from, path);
    return found != null && found.isJsonPrimitive() ? found.getAsString() : null;
  }

  /** The text at the path, which must be there: the simulator wrote it itself. */
  public static String requiredText(JsonElement from, String... path) {
    String text = text(from, path);
    if (text == null) {
      throw new IllegalStateException("nothing at " + String.join(".", path) + " of " + from);
    }
    return text;
  }

  /** The number at the path, 0 where there is none. */
  public static long number(JsonElement from, String... path) {
    JsonElement found = at(from, path);
    return found != null && found.isJsonPrimitive() ? found.getAsLong() : 0;
  }

  /** Whether the path leads to {@code true} (or the text "true"). */
  public static boolean flag(JsonElement from, String... path) {
    JsonElement found = at(from, path);
    return found != null && found.isJsonPrimitive() && found.getAsBoolean();
  }

  /** The object at the path, empty where there is none. */
  public static JsonObject child(JsonElement from, String... path) {
    JsonElement found = at(from, path);
    return found != null && found.isJsonObject() ? found.getAsJsonObject() : new JsonObject();
  }

  /** The elements of the array at the path, none where there is no array. */
  public static List<JsonElement> list(JsonElement from, String... path) {
    JsonElement found = at(from, path);
    return found != null && found.isJsonArray()
        ? new ArrayList<>(found.getAsJsonArray().asList())
        : List.of();
  }

  /** What is at the path, or null where something on the way is absent or null. */
  public static @Nullable JsonElement at(JsonElement from, String... path) {
    JsonElement here = from;
    for (String key : path) {
      JsonElement next = here.isJsonObject() ? here.getAsJsonObject().get(key) : null;
      if (next == null || next.isJsonNull()) {
        return null;
      }
      here = next;
    }
    return here;
  }

  /** The JSON text, nulls written. */
  public static String write(JsonElement json) {
    return GSON.toJson(json);
  }

  /** The object in the text; {@link com.google.gson.JsonParseException} when there is none. */
  public static JsonObject read(String text) {
    JsonElement json = JsonParser.parseString(text);
    return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
  }
}
