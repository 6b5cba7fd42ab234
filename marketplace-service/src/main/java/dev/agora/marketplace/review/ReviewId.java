package dev.agora.marketplace.review;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a review.
 *
 * @param value {@code rev_} and 32 hex digits; later ones sort after earlier ones
 */
record ReviewId(String value) {

  private static final Pattern FORM = Pattern.compile("rev_[0-9a-f]{32}");

  ReviewId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no ReviewId: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  static Optional<ReviewId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReviewId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
