package dev.agora.payout.transfer;

import dev.agora.money.Usd;
import dev.agora.payout.conversion.ConversionId;
import java.util.UUID;

/**
 * What Stripe is asked to send, for ever the same.
 *
 * @param commandId is Stripe's idempotency key
 * @param destination {@code acct_…}
 */
public record TransferOrder(
    ConversionId conversion, UUID commandId, String destination, Usd amount) {}
