package dev.agora.marketplace.order;

import java.util.regex.Pattern;

/**
 * Names what a seller gives back of an order.
 *
 * @param value {@code orf_} and 32 hex digits; later ones sort after earlier ones
 */
public record RefundId(String value) {

  private static final Pattern FORM = Pattern.compile("orf_[0-9a-f]{32}");

  public RefundId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no refund id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
