package dev.agora.payout.cap;

import java.time.YearMonth;

/** Whether a month's caps allow a conversion. */
public sealed interface CapResult {

  /** Reserved in that month (UTC), where it is to be given back if need be. */
  record Reserved(YearMonth month) implements CapResult {}

  /** Nothing is reserved. */
  record Exceeded(CapLimit limit) implements CapResult {}
}
