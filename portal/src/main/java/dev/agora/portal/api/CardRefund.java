package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** Money on its way back to a card. */
public record CardRefund(
    String id,
    String status,
    @Nullable Usd refundUsd,
    @Nullable Credits credits,
    @Nullable Credits usedCredits,
    @Nullable Reason lastError) {}
