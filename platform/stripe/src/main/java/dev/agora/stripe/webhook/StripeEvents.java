package dev.agora.stripe.webhook;

import java.time.Duration;
import java.util.List;

/** The stored events; table {@code stripe_event}. */
interface StripeEvents {

  /** Stores an event, due at once; one that is there already stays as it is. */
  void store(StripeEvent event, String payload);

  /**
   * Takes events that are due, oldest first. They are due again after the lease, unless they are
   * {@linkplain #handled handled} or {@linkplain #postpone postponed} before.
   */
  List<ClaimedEvent> claim(int atMost, Duration lease);

  void handled(String eventId);

  /** Makes an event due later, with the reason for operators. */
  void postpone(String eventId, Duration pause, String reason);
}
