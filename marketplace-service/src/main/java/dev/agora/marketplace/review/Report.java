package dev.agora.marketplace.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told the operators about a review.
 *
 * @param id of the report
 * @param review that it is about
 * @param reporter an agent or a human
 * @param reason in their words
 * @param at when
 * @param decision what an operator made of it; null until then
 */
record Report(
    ReportId id,
    Review review,
    String reporter,
    String reason,
    Instant at,
    @Nullable Decision decision) {

  /** Whether the review's text can still be read. */
  enum Decision {
    HIDDEN,
    KEPT
  }
}
