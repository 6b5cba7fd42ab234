package dev.agora.payout.clearance;

import dev.agora.payout.conversion.ConversionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a conversion that waited, once of each kind.
 *
 * @param decidedBy the owner, the operator, or {@code platform} for the clock
 * @param reason why; operators always say
 */
record Ruling(
    ConversionId conversion,
    Kind kind,
    Outcome outcome,
    String decidedBy,
    @Nullable String reason,
    Instant decidedAt) {

  static final String CLOCK = "platform";

  enum Kind {
    APPROVAL,
    REVIEW
  }

  enum Outcome {
    YES,
    NO,
    LAPSED
  }
}
