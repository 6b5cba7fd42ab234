package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.List;

/** How an agent's balance went, oldest first. */
public record BalanceHistory(List<PastBalance> items) {

  /** What was available at a moment. */
  public record PastBalance(Instant at, Credits available) {}
}
