package dev.agora.http.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes an amount as the decimal string that its {@code toString} is. */
final class AmountWriter<T> extends StdScalarSerializer<T> {

  AmountWriter(Class<T> type) {
    super(type);
  }

  @Override
  public void serialize(T amount, JsonGenerator json, SerializationContext context) {
    json.writeString(amount.toString());
  }
}
