package dev.agora.ledger.posting;

import dev.agora.money.Credits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The figures that go with a refusal. */
public sealed interface Grounds permits Shortfall, Grounds.UsedUp, Grounds.LimitReached {

  /** With {@link Rejection#NOTHING_TO_REFUND}: what of the purchase is gone. */
  record UsedUp(Credits used) implements Grounds {}

  /**
   * With {@link Rejection#LIMIT_EXCEEDED}: which limit, and what is left of it.
   *
   * @param resets when all of it is there again; null if it counts single payments
   */
  record LimitReached(LimitName name, Credits max, Credits left, @Nullable Instant resets)
      implements Grounds {}
}
