package dev.agora.portal.api;

import dev.agora.money.Credits;
import java.time.Instant;

/** What an agent has. */
public record Balance(
    String agent,
    Credits available,
    Credits held,
    Credits frozen,
    Buckets buckets,
    Credits seasoning,
    Credits convertible,
    Credits debt,
    Instant asOf) {

  /** Where it came from. */
  public record Buckets(Credits promotional, Credits purchased, Credits earned) {}
}
