package dev.agora.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a text from a JSON string only, and only if a database can store it. */
final class TextReader extends StdScalarDeserializer<String> {

  TextReader() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new RefusedFieldException(parser, "must be a text");
    }
    String text = parser.getString();
    if (text.indexOf('\0') >= 0) {
      throw new RefusedFieldException(parser, "must not contain the character U+0000");
    }
    return text;
  }
}
