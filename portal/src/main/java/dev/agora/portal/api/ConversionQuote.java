package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import java.util.List;

/** What a conversion would bring. */
public record ConversionQuote(
    String id,
    String agent,
    Credits credits,
    Usd grossUsd,
    Usd feeUsd,
    int feeBps,
    Usd netUsd,
    List<Cap> caps,
    String payoutAccount,
    Instant expiresAt) {

  /** How much may be converted until when. */
  public record Cap(String name, Credits max, Credits used, Credits left, Instant resetsAt) {}
}
