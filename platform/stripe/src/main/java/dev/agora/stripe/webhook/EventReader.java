package dev.agora.stripe.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the names out of an event's JSON, whatever its API version: classic events with their
 * object inside, and the thin ones of v2 that only point to it.
 */
final class EventReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventReader() {}

  /** The event, or empty if the text is none. */
  static Optional<StripeEvent> read(String payload) {
    try {
      JsonNode event = JSON.readTree(payload);
      return switch (text(event.path("object"))) {
        case "event" -> Optional.of(classic(event));
        case "v2.core.event" -> Optional.of(thin(event));
        case null, default -> Optional.empty();
      };
    } catch (JacksonException | DateTimeException | IllegalArgumentException notAnEvent) {
      return Optional.empty();
    }
  }

  private static StripeEvent classic(JsonNode event) {
    JsonNode object = event.path("data").path("object");
    Map<String, String> metadata = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.path("metadata").properties()) {
      String value = text(entry.getValue());
      if (value != null) {
        metadata.put(entry.getKey(), value);
      }
    }
    return new StripeEvent(
        required(event, "id"),
        required(event, "type"),
        text(event.path("account")),
        text(object.path("id")),
        metadata,
        event.path("livemode").asBoolean(false),
        Instant.ofEpochSecond(event.path("created").asLong(0)));
  }

  private static StripeEvent thin(JsonNode event) {
    String account = text(event.path("context"));
    return new StripeEvent(
        required(event, "id"),
        required(event, "type"),
        account,
        text(event.path("related_object").path("id")),
        Map.of(),
        event.path("livemode").asBoolean(false),
        Instant.parse(required(event, "created")));
  }

  private static String required(JsonNode event, String field) {
    String value = text(event.path(field));
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("an event needs " + field);
    }
    return value;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }
}
