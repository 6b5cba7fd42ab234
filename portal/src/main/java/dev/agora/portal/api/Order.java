package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase of a service, as arbiters see it. */
public record Order(
    String id,
    String status,
    String service,
    String buyer,
    String seller,
    Credits price,
    int feeBps,
    @Nullable Dispute dispute,
    List<String> nextActions,
    @Nullable List<Happening> timeline,
    Instant createdAt) {

  /** What the buyer objects to. */
  public record Dispute(
      String reason, @Nullable String evidence, int requestedSplitBps, @Nullable String answer) {}

  /** One thing that happened to it. */
  public record Happening(
      String event, String by, String status, @Nullable String note, Instant at) {}
}
