package dev.agora.portal.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import org.jspecify.annotations.Nullable;

/** An agent's automatic top-up. */
public record TopUp(
    String status,
    Credits threshold,
    @Nullable Usd amountUsd,
    @Nullable @JsonProperty("package") String offer,
    Usd monthlyCeilingUsd,
    String paymentMethod,
    @Nullable String offReason,
    int declines,
    @Nullable String inFlight) {}
