package dev.agora.portal.api;

import org.jspecify.annotations.Nullable;

/** A card that Stripe keeps for a person. */
public record Card(
    String id,
    String status,
    @Nullable String brand,
    @Nullable String lastFour,
    @Nullable Integer expiryMonth,
    @Nullable Integer expiryYear,
    @Nullable String setupUrl,
    String consent) {

  public boolean isUsable() {
    return status.equals("ACTIVE");
  }
}
