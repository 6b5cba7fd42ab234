package dev.agora.payout.transfer;

import dev.agora.payout.conversion.ConversionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators say of a transfer in doubt: it never was.
 *
 * @param requestedBy the operator who says so
 * @param approvedBy the other operator who found the same; null before
 */
record GiveUp(
    ConversionId conversion,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt) {

  GiveUp approved(String by, Instant at) {
    return new GiveUp(conversion, reason, requestedBy, requestedAt, by, at);
  }
}
