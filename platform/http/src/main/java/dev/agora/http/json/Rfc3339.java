package dev.agora.http.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Times as texts of the years 0000 to 9999. Java and PostgreSQL know others, but not the same ones,
 * so that a time that is read could be one that can not be stored.
 */
final class Rfc3339 {

  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[0-9]{4}-.*");

  private Rfc3339() {}

  static Instant parse(String text) {
    if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
      throw new DateTimeException("no RFC 3339 time: " + text);
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
