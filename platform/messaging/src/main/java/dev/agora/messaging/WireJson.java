package dev.agora.messaging;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of messages and of what the platform stores: times as text, unknown fields ignored. Not the
 * mapper of HTTP, whose settings a service may change.
 */
public final class WireJson {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  /**
   * Writes a value; bytes are taken to be JSON already.
   *
   * @throws tools.jackson.core.JacksonException if it cannot be written
   */
  public byte[] write(Object value) {
    return value instanceof byte[] written ? written : mapper.writeValueAsBytes(value);
  }

  /** {@link #write} as text. */
  public String writeText(Object value) {
    return mapper.writeValueAsString(value);
  }

  /**
   * Reads a value; for {@code byte[]} the bytes themselves.
   *
   * @throws tools.jackson.core.JacksonException if the JSON is malformed or does not fit the type
   */
  public <T> T read(byte[] json, Class<T> type) {
    return type == byte[].class ? type.cast(json) : mapper.readValue(json, type);
  }

  /** {@link #read} from text. */
  public <T> T readText(String json, Class<T> type) {
    return mapper.readValue(json, type);
  }
}
