package dev.agora.marketplace.listing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a listed service.
 *
 * @param value {@code svc_} and 32 hex digits
 */
public record ServiceId(String value) {

  private static final Pattern FORM = Pattern.compile("svc_[0-9a-f]{32}");

  public ServiceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no service id: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  public static Optional<ServiceId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ServiceId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
