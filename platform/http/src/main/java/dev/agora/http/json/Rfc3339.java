package dev.agora.http.json;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * Times as texts of the years 1 to 9999. Java and PostgreSQL know others, but not the same ones, so
 * that a time that is read could be one that can not be stored.
 */
final class Rfc3339 {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Rfc3339() {}

  static Instant parse(String text) {
    Instant instant = Instant.parse(text);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("beyond the years 1 to 9999: " + text);
    }
    return instant;
  }
}
