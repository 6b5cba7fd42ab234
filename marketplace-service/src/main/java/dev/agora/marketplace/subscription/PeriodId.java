package dev.agora.marketplace.subscription;

import java.util.regex.Pattern;

/**
 * Names a month of a subscription.
 *
 * @param value {@code sbp_} and 32 hex digits; later ones sort after earlier ones
 */
public record PeriodId(String value) {

  private static final Pattern FORM = Pattern.compile("sbp_[0-9a-f]{32}");

  public PeriodId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no id of a month of a subscription: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
