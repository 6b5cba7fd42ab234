package dev.agora.http.json;

import java.time.DateTimeException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a time or a duration from a JSON string only: a number would have no unit. */
final class TimeReader<T> extends StdScalarDeserializer<T> {

  private final Function<String, T> parse;
  private final String clause;

  TimeReader(Class<T> type, Function<String, T> parse, String clause) {
    super(type);
    this.parse = parse;
    this.clause = clause;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new RefusedFieldException(parser, clause);
    }
    try {
      return parse.apply(parser.getString());
    } catch (DateTimeException malformed) {
      throw new RefusedFieldException(parser, clause);
    }
  }
}
