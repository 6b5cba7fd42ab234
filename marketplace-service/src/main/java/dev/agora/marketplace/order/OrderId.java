package dev.agora.marketplace.order;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an order.
 *
 * @param value {@code ord_} and 32 hex digits; later orders sort after earlier ones
 */
public record OrderId(String value) {

  private static final Pattern FORM = Pattern.compile("ord_[0-9a-f]{32}");

  public OrderId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no order id: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  public static Optional<OrderId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new OrderId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
