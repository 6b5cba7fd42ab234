package dev.agora.http.idempotency;

import dev.agora.http.json.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON in the one form that RFC 8785 gives it: no white space, names sorted by UTF-16 units,
 * numbers as ECMAScript writes them.
 *
 * <p>One deviation, on purpose: a number that no double holds exactly keeps its digits, so that two
 * amounts that differ in the seventeenth digit stay two amounts.
 */
public final class CanonicalJson {

  private static final JsonFactory JSON = StrictJson.factory();

  private CanonicalJson() {}

  /**
   * The canonical form.
   *
   * @throws tools.jackson.core.JacksonException if it is not one JSON value
   */
  public static String of(byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      StringBuilder canonical = new StringBuilder(json.length);
      if (parser.nextToken() != null) {
        append(parser, canonical);
      }
      if (parser.nextToken() != null) {
        throw tools.jackson.databind.DatabindException.from(parser, "Trailing token");
      }
      return canonical.toString();
    }
  }

  private static void append(JsonParser parser, StringBuilder canonical) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      appendObject(parser, canonical);
    } else if (token == JsonToken.START_ARRAY) {
      appendArray(parser, canonical);
    } else if (token == JsonToken.VALUE_STRING) {
      appendString(parser.getString(), canonical);
    } else if (token.isNumeric()) {
      canonical.append(number(parser.getString()));
    } else {
      canonical.append(parser.getString());
    }
  }

  private static void appendObject(JsonParser parser, StringBuilder canonical) {
    // A String compares by UTF-16 units, as the RFC asks.
    TreeMap<String, String> members = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      StringBuilder value = new StringBuilder();
      append(parser, value);
      members.put(name, value.toString());
    }
    String separator = "{";
    for (var member : members.entrySet()) {
      canonical.append(separator);
      appendString(member.getKey(), canonical);
      canonical.append(':').append(member.getValue());
      separator = ",";
    }
    canonical.append(members.isEmpty() ? "{}" : "}");
  }

  private static void appendArray(JsonParser parser, StringBuilder canonical) {
    String separator = "";
    canonical.append('[');
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      canonical.append(separator);
      append(parser, canonical);
      separator = ",";
    }
    canonical.append(']');
  }

  private static void appendString(String text, StringBuilder canonical) {
    canonical.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> canonical.append("\\\"");
        case '\\' -> canonical.append("\\\\");
        case '\b' -> canonical.append("\\b");
        case '\t' -> canonical.append("\\t");
        case '\n' -> canonical.append("\\n");
        case '\f' -> canonical.append("\\f");
        case '\r' -> canonical.append("\\r");
        default -> {
          // Half a surrogate pair has no UTF-8; escaped it cannot be taken for another one.
          if (c < 0x20 || isUnpaired(text, i)) {
            canonical.append("\\u%04x".formatted((int) c));
          } else {
            canonical.append(c);
          }
        }
      }
    }
    canonical.append('"');
  }

  private static boolean isUnpaired(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  private static String number(String digits) {
    try {
      BigDecimal exact = new BigDecimal(digits);
      double nearest = exact.doubleValue();
      if (Double.isFinite(nearest)) {
        String canonical = NumberToJSON.serializeNumber(nearest);
        if (new BigDecimal(canonical).compareTo(exact) == 0) {
          return canonical;
        }
      }
      return exact.stripTrailingZeros().toString();
    } catch (ArithmeticException | NumberFormatException beyondAllExponents) {
      return digits;
    } catch (IOException notFinite) {
      throw new UncheckedIOException(notFinite);
    }
  }
}
