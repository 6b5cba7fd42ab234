package dev.agora.architecture.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Examples of answers, made from their schemas and the values of {@code samples.json}. */
final class Samples {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode values = JSON.readTree(OperationsTable.file("samples.json"));
  private final Map<String, Object> components;

  Samples(Map<String, Object> components) {
    this.components = components;
  }

  /** An instance of the schema. */
  @Nullable Object of(Map<?, ?> schema) {
    return of(schema, "", "");
  }

  private @Nullable Object of(Map<?, ?> schema, String owner, String name) {
    JsonNode known = values.path(owner + "." + name);
    if (!known.isMissingNode()) {
      return JSON.treeToValue(known, Object.class);
    }
    if (schema.get("$ref") instanceof String ref) {
      String component = ref.substring(SCHEMAS.length());
      JsonNode whole = values.path(component);
      return whole.isMissingNode()
          ? of(map(components.get(component)), component, "")
          : JSON.treeToValue(whole, Object.class);
    }
    if (schema.get("anyOf") instanceof List<?> some) {
      return of(map(some.getFirst()), owner, name);
    }
    if (schema.get("enum") instanceof List<?> some) {
      return some.getFirst();
    }
    JsonNode byName = values.path(name);
    return byName.isMissingNode() ? byType(schema, owner) : JSON.treeToValue(byName, Object.class);
  }

  private @Nullable Object byType(Map<?, ?> schema, String owner) {
    Object type = schema.get("type") instanceof List<?> some ? some.getFirst() : schema.get("type");
    return switch (String.valueOf(type)) {
      case "object" -> object(schema, owner);
      case "array" -> List.of(Objects.requireNonNull(of(map(schema.get("items")), owner, "")));
      case "boolean" -> true;
      case "integer" -> 1;
      case "number" -> 4.8;
      case "string" ->
          schema.get("format") instanceof String format
              ? JSON.treeToValue(values.path(format), Object.class)
              : "text";
      default -> Map.of();
    };
  }

  private Map<String, Object> object(Map<?, ?> schema, String owner) {
    Map<String, Object> object = new LinkedHashMap<>();
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, property) -> object.put((String) name, of(map(property), owner, (String) name)));
    }
    return object;
  }

  private static Map<?, ?> map(@Nullable Object schema) {
    return schema instanceof Map<?, ?> map ? map : Map.of();
  }
}
