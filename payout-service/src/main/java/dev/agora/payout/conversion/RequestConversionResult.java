package dev.agora.payout.conversion;

import dev.agora.payout.cap.CapLimit;
import dev.agora.payout.destination.PayoutAccountStatus;
import java.time.Instant;

/** What came of asking for a conversion, in the order in which it is found out. */
sealed interface RequestConversionResult {

  record QuoteNotValid() implements RequestConversionResult {}

  /** The owner can not be paid. */
  record AccountRequired(PayoutAccountStatus status) implements RequestConversionResult {}

  /** The owner changed where dollars go, and nothing new goes there before. */
  record DestinationRests(Instant until) implements RequestConversionResult {}

  record CapExceeded(CapLimit limit) implements RequestConversionResult {}

  /** Under way; the ledger has the next word. */
  record Requested(Conversion conversion) implements RequestConversionResult {}
}
