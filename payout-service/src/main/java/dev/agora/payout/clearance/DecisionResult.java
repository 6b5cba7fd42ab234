package dev.agora.payout.clearance;

import dev.agora.payout.conversion.Conversion;
import dev.agora.payout.conversion.ConversionStatus;

/** What came of deciding. */
sealed interface DecisionResult {

  /** Decided, now or earlier in the same way. */
  record Decided(Conversion conversion) implements DecisionResult {}

  /** There is no such conversion of theirs. */
  record Unknown() implements DecisionResult {}

  /** Nobody reviews what they are paid themselves. */
  record OwnMoney() implements DecisionResult {}

  /** It does not wait for this. */
  record NotWaiting(ConversionStatus status) implements DecisionResult {}
}
