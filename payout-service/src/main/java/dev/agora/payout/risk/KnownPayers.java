package dev.agora.payout.risk;

import dev.agora.money.Credits;
import java.time.Instant;

/** What payout knows of those who pay agents; a local copy that follows billing-service. */
public interface KnownPayers {

  /** An agent got bought credits; the first news of a purchase is the one that counts. */
  void bought(String purchaseId, String agentId, Credits credits, Instant at);

  /** A dispute began or ended; news that are not newer than what is known are ignored. */
  void disputed(
      String disputeId, String purchaseId, String agentId, String status, Instant at, long version);
}
