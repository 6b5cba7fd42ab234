package dev.agora.http.json;

import dev.agora.money.InvalidAmountException;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads an amount from a JSON string or number, from the digits as they were sent: nothing becomes
 * a floating point number on the way, and an exponent is refused instead of expanded.
 */
final class AmountReader<T> extends StdScalarDeserializer<T> {

  private final Function<String, T> parse;

  AmountReader(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && (token == null || !token.isNumeric())) {
      throw new RefusedFieldException(parser, "must be a decimal as a string, such as \"20.5\"");
    }
    try {
      return parse.apply(parser.getString());
    } catch (InvalidAmountException refused) {
      throw new RefusedFieldException(parser, String.valueOf(refused.getMessage()));
    }
  }
}
