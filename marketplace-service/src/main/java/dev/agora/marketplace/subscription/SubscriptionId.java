package dev.agora.marketplace.subscription;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a subscription.
 *
 * @param value {@code sub_} and 32 hex digits; later ones sort after earlier ones
 */
public record SubscriptionId(String value) {

  private static final Pattern FORM = Pattern.compile("sub_[0-9a-f]{32}");

  public SubscriptionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no id of a subscription: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  public static Optional<SubscriptionId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new SubscriptionId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
