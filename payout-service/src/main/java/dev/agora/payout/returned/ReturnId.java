package dev.agora.payout.returned;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names dollars that came back.
 *
 * @param value {@code rtn_} and 32 hex digits; sorts by age
 */
public record ReturnId(String value) {

  private static final Pattern FORM = Pattern.compile("rtn_[0-9a-f]{32}");

  public ReturnId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an id of a return: " + value);
    }
  }

  static ReturnId of(UUID id) {
    return new ReturnId("rtn_" + id.toString().replace("-", ""));
  }

  /** The id that a caller wrote; empty for anything else. */
  static Optional<ReturnId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReturnId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
