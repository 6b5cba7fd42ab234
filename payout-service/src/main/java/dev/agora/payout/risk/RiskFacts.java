package dev.agora.payout.risk;

import dev.agora.money.Credits;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** What rules are about. */
interface RiskFacts {

  /** Whether the owner was paid before. */
  boolean wasPaid(String humanId);

  /** What the owner's conversions since then come to that were not refused or called off. */
  Credits convertedSince(String humanId, Instant since);

  /** Those of the agents who bought credits since then. */
  Set<String> boughtSince(Collection<String> agentIds, Instant since);

  /** Those of the agents with a dispute that began or was lost since then, and was not won. */
  Set<String> disputedSince(Collection<String> agentIds, Instant since);
}
