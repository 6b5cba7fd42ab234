package dev.agora.marketplace.kafka;

import org.jspecify.annotations.Nullable;

/**
 * What the saga of a seller's refund remembers.
 *
 * @param refund what is asked for
 * @param missing how much the seller lacked; null if that was not the reason of a refusal
 * @param posted what the ledger says it did; null until then
 */
record RefundSagaData(GiveBack refund, @Nullable String missing, @Nullable GivenBack posted) {}
