package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one operator asks for and another one approves. */
public record Act(
    String id,
    String kind,
    String status,
    @Nullable String agent,
    @Nullable String reverses,
    Credits amount,
    String reason,
    String requestedBy,
    Instant requestedAt,
    @Nullable String transaction) {

  /** Whether it waits for another operator. */
  public boolean isPending() {
    return status.equals("PENDING");
  }

  /** Its kind, as addresses name it. */
  public String path() {
    return switch (kind) {
      case "REWARDS_FUNDING" -> "rewards-funding";
      case "FEE_CLOSING" -> "fee-closing";
      default -> "adjustments";
    };
  }
}
