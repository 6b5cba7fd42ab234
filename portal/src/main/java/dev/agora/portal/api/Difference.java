package dev.agora.portal.api;

import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something of which the ledger and Stripe say different things. */
public record Difference(
    String matter,
    String kind,
    Usd bookedUsd,
    Usd stripeUsd,
    Usd differenceUsd,
    @Nullable String explanation,
    Instant since) {}
