package dev.agora.billing.dispute;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a dispute.
 *
 * @param value {@code dsp_} and 32 hex digits; sorts by age
 */
public record DisputeId(String value) {

  private static final Pattern FORM = Pattern.compile("dsp_[0-9a-f]{32}");

  public DisputeId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a dispute id: " + value);
    }
  }

  static DisputeId of(UUID id) {
    return new DisputeId("dsp_" + id.toString().replace("-", ""));
  }

  @Override
  public String toString() {
    return value;
  }
}
