package dev.agora.marketplace.review;

import dev.agora.marketplace.listing.Stars;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What all owners think of a subject. Each has one voice, the mean of what their agents wrote, so
 * that many agents of one human weigh no more than one.
 *
 * @param millis the sum of those means, in thousandths of a star
 * @param owners how many
 * @param reviews that they wrote
 */
record Rating(long millis, long owners, long reviews) {

  static final Rating NONE = new Rating(0, 0, 0);

  /** With one decimal; empty without a review. */
  Optional<BigDecimal> mean() {
    return Stars.mean(millis, owners);
  }
}
