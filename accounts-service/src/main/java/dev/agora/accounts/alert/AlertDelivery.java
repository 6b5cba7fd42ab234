package dev.agora.accounts.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an alert comes to its owner on one way.
 *
 * @param attempts made so far
 * @param outcome of the last one, in words; null before the first
 */
record AlertDelivery(
    Channel channel, Status status, int attempts, @Nullable String outcome, Instant updatedAt) {

  /** A way to an owner. */
  enum Channel {
    MAIL,
    WEBHOOK
  }

  /** What has become of it. */
  enum Status {
    PENDING,
    DELIVERED,
    GIVEN_UP
  }
}
