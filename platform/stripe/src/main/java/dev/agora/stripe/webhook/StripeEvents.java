package dev.agora.stripe.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored events; table {@code stripe_event}. */
interface StripeEvents {

  /**
   * What waits.
   *
   * @param oldest when the one was received that waits longest; null if none does
   */
  record Backlog(long waiting, @Nullable Instant oldest) {}

  /** Stores an event, due at once; one that is there already stays as it is. */
  void store(StripeEvent event, String payload);

  /**
   * Takes events that are due, oldest first. They are due again after the lease, unless they are
   * {@linkplain #handled handled} or {@linkplain #postpone postponed} before.
   */
  List<ClaimedEvent> claim(int atMost, Duration lease);

  void handled(String eventId);

  /** How many are not handled yet, counted up to 10000, and since when the oldest waits. */
  Backlog backlog();

  /** Makes an event due later, with the reason for operators. */
  void postpone(String eventId, Duration pause, String reason);
}
