package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as handlers see it.
 *
 * @param account whose world it is about: the platform's, or the {@code Stripe-Account}
 * @param path without the query
 * @param variables what the route's {@code {}} matched, in order
 * @param params checked and typed parameters of form, query or JSON body
 */
public record Call(
    String account,
    String method,
    String path,
    List<String> variables,
    JsonObject params,
    String requestId,
    @Nullable String idempotencyKey) {

  /** The n-th variable of the path. */
  public String variable(int index) {
    return variables.get(index);
  }

  /** The text of a parameter, null when absent or empty. */
  public @Nullable String text(String... path) {
    String text = Json.text(params, path);
    return text == null || text.isEmpty() ? null : text;
  }

  /** The text of a parameter that must be there. */
  public String required(String... path) {
    String text = text(path);
    if (text == null) {
      throw StripeFailure.missing(name(path));
    }
    return text;
  }

  /** The number of a parameter that must be there. */
  public long requiredNumber(String... path) {
    return number(path).orElseThrow(() -> StripeFailure.missing(name(path)));
  }

  /** The number of a parameter. */
  public Optional<Long> number(String... path) {
    JsonElement found = Json.at(params, path);
    return found != null && found.isJsonPrimitive() && !found.getAsString().isEmpty()
        ? Optional.of(found.getAsLong())
        : Optional.empty();
  }

  /** Whether a parameter is true. */
  public boolean flag(String... path) {
    return Json.flag(params, path);
  }

  /** Whether the parameter was sent, even empty. */
  public boolean has(String name) {
    return params.has(name);
  }

  /** The metadata sent, without the keys that were sent empty. */
  public JsonObject metadata(String... path) {
    return mergedMetadata(new JsonObject(), Json.at(params, path.length == 0 ? METADATA : path));
  }

  /** What metadata becomes: sent keys replace, empty ones remove, an empty whole removes all. */
  public JsonObject metadataOver(JsonObject before) {
    return params.has("metadata")
        ? mergedMetadata(before, params.get("metadata"))
        : before.deepCopy();
  }

  private static final String[] METADATA = {"metadata"};
  private static final int METADATA_KEYS = 50;
  private static final int METADATA_VALUE_LENGTH = 500;

  private static JsonObject mergedMetadata(JsonObject before, @Nullable JsonElement sent) {
    if (sent == null || !sent.isJsonObject()) {
      return sent == null ? before.deepCopy() : new JsonObject();
    }
    JsonObject merged = before.deepCopy();
    for (Map.Entry<String, JsonElement> entry : sent.getAsJsonObject().entrySet()) {
      String value = entry.getValue().isJsonNull() ? "" : entry.getValue().getAsString();
      merged.remove(entry.getKey());
      if (value.length() > METADATA_VALUE_LENGTH) {
        throw StripeFailure.parameter(
            "parameter_invalid_string_too_long",
            "metadata[" + entry.getKey() + "]",
            "Metadata values can have up to 500 characters.");
      }
      if (!value.isEmpty()) {
        merged.addProperty(entry.getKey(), value);
      }
    }
    if (merged.size() > METADATA_KEYS) {
      throw StripeFailure.parameter(
          "parameter_invalid_empty", "metadata", "Metadata can have up to 50 keys.");
    }
    return merged;
  }

  private static String name(String... path) {
    StringBuilder name = new StringBuilder(path[0]);
    for (int i = 1; i < path.length; i++) {
      name.append('[').append(path[i]).append(']');
    }
    return name.toString();
  }
}
