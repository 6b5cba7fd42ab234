package dev.agora.billing.refund;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a refund.
 *
 * @param value {@code rfd_} and 32 hex digits; sorts by age
 */
public record RefundId(String value) {

  private static final Pattern FORM = Pattern.compile("rfd_[0-9a-f]{32}");

  public RefundId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a refund id: " + value);
    }
  }

  static RefundId of(UUID id) {
    return new RefundId("rfd_" + id.toString().replace("-", ""));
  }

  /** The id that Stripe repeats to us; empty for anything else. */
  public static Optional<RefundId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RefundId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
