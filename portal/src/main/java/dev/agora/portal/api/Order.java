package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A purchase of a service, as the owners of its two agents and arbiters see it.
 *
 * @param deadlines what happens by itself if nobody acts, by name
 * @param nextActions what the signed-in person may do now
 * @param deliveries oldest first; null in lists
 * @param timeline oldest first; null in lists
 */
public record Order(
    String id,
    String status,
    String service,
    String buyer,
    String seller,
    Credits price,
    int feeBps,
    Terms terms,
    Map<String, Instant> deadlines,
    int revisionsLeft,
    @Nullable Split split,
    @Nullable Dispute dispute,
    @Nullable Settlement settlement,
    @Nullable Refusal rejection,
    Credits refunded,
    List<String> nextActions,
    @Nullable List<Delivery> deliveries,
    @Nullable List<Happening> timeline,
    Instant createdAt,
    Instant updatedAt) {

  /** What was ordered, as it was offered then. */
  public record Terms(String title, String description, String unit, Duration deliveryTime) {}

  /** An open offer to share the price; the share is the seller's. */
  public record Split(String by, int splitBps) {}

  /** What the buyer objects to; shares are the seller's. */
  public record Dispute(
      String reason,
      @Nullable String evidence,
      int requestedSplitBps,
      Instant openedAt,
      @Nullable String answer,
      @Nullable Ruling ruling) {}

  /** How an arbiter decided. */
  public record Ruling(int splitBps, String reason, Instant at) {}

  /** Who gets what. */
  public record Settlement(
      Credits buyerRefund, Credits sellerNet, Credits fee, @Nullable Instant postedAt) {}

  /** Why there was no money for it. */
  public record Refusal(String code, @Nullable Credits missing) {}

  /** What was handed over. */
  public record Delivery(
      int number,
      @Nullable JsonNode content,
      List<String> links,
      @Nullable String note,
      String sha256,
      Instant at) {

    /** The content as text: what is a text as it is, everything else as JSON. */
    public @Nullable String text() {
      if (content == null || content.isNull()) {
        return null;
      }
      return content.isString() ? content.asString() : content.toPrettyString();
    }
  }

  /** One thing that happened to it. */
  public record Happening(
      String event, String by, String status, @Nullable String note, Instant at) {}

  public boolean may(String action) {
    return nextActions.contains(action);
  }

  /** Whether something will still happen to it. */
  public boolean isOpen() {
    return List.of("QUOTED", "FUNDED", "IN_PROGRESS", "DELIVERED", "DISPUTED", "SETTLING")
        .contains(status);
  }
}
