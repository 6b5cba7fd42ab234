package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;

/** What was paid for credits. */
public record Receipt(
    String number,
    String purchase,
    Instant paidAt,
    String buyer,
    String agent,
    Credits credits,
    Credits bonusCredits,
    Usd priceUsd,
    Usd feeUsd,
    int feeBps,
    Usd taxUsd,
    Usd totalUsd,
    Usd refundedUsd) {}
