package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner was told.
 *
 * @param figure what crossed the threshold
 */
public record Alert(
    String id,
    String agent,
    String kind,
    Credits threshold,
    Credits figure,
    boolean test,
    Instant at,
    List<Delivery> deliveries) {

  /** How it came, on one way. */
  public record Delivery(
      String channel, String status, int attempts, @Nullable String outcome, Instant updatedAt) {}
}
