package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that is paid by the month.
 *
 * @param nextActions what the signed-in person may do now
 * @param months newest first; null in lists
 */
public record Subscription(
    String id,
    String status,
    String service,
    String buyer,
    String seller,
    String title,
    Credits price,
    @Nullable Instant paidUntil,
    @Nullable Instant renewsAt,
    @Nullable Instant retryAt,
    @Nullable Instant graceUntil,
    @Nullable Instant endsAt,
    Order.@Nullable Refusal rejection,
    @Nullable NewTerms offer,
    List<String> nextActions,
    @Nullable List<Month> months,
    Instant createdAt) {

  /** What the seller offers from now on, if the buyer consents. */
  public record NewTerms(String title, Credits price) {}

  /** A month, and what its payment came to. */
  public record Month(Instant from, Instant until, Credits price, boolean paid, int attempts) {}

  public boolean may(String action) {
    return nextActions.contains(action);
  }
}
