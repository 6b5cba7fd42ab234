package dev.agora.billing.purchase;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a purchase.
 *
 * @param value {@code pur_} and 32 hex digits; sorts by age
 */
public record PurchaseId(String value) {

  private static final String PREFIX = "pur_";
  private static final Pattern FORM = Pattern.compile("pur_[0-9a-f]{32}");

  public PurchaseId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a purchase id: " + value);
    }
  }

  static PurchaseId of(UUID id) {
    return new PurchaseId(PREFIX + id.toString().replace("-", ""));
  }

  /** The id that a caller or Stripe wrote; empty for anything else. */
  public static Optional<PurchaseId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new PurchaseId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
