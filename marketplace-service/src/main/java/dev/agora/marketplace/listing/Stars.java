package dev.agora.marketplace.listing;

import java.math.BigDecimal;
import java.util.Optional;

/** Arithmetic of ratings. */
public final class Stars {

  private Stars() {}

  /**
   * A mean with one decimal, halves rounded up.
   *
   * @param millis the sum of the owners' means, in thousandths of a star
   * @param owners how many those are
   * @return empty without any
   */
  public static Optional<BigDecimal> mean(long millis, long owners) {
    if (owners == 0) {
      return Optional.empty();
    }
    return Optional.of(BigDecimal.valueOf((millis + 50 * owners) / (100 * owners), 1));
  }
}
