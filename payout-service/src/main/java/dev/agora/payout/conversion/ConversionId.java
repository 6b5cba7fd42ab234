package dev.agora.payout.conversion;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a conversion.
 *
 * @param value {@code cnv_} and 32 hex digits; sorts by age
 */
public record ConversionId(String value) {

  private static final Pattern FORM = Pattern.compile("cnv_[0-9a-f]{32}");

  public ConversionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a conversion id: " + value);
    }
  }

  static ConversionId of(UUID id) {
    return new ConversionId("cnv_" + id.toString().replace("-", ""));
  }

  /** The id that a caller or Stripe wrote; empty for anything else. */
  public static Optional<ConversionId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ConversionId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
