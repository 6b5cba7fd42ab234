package dev.agora.marketplace.review;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a report of a review.
 *
 * @param value {@code rrp_} and 32 hex digits; later ones sort after earlier ones
 */
record ReportId(String value) {

  private static final Pattern FORM = Pattern.compile("rrp_[0-9a-f]{32}");

  ReportId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no ReportId: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  static Optional<ReportId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReportId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
