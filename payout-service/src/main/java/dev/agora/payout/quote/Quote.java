package dev.agora.payout.quote;

import dev.agora.money.Credits;
import java.time.Instant;

/**
 * Terms that hold for a while.
 *
 * @param id {@code qte_…}
 */
public record Quote(String id, String agentId, Terms terms, Instant expiresAt) {

  public boolean isFor(String wantedAgentId, Credits credits, Instant now) {
    return agentId.equals(wantedAgentId)
        && terms.credits().equals(credits)
        && now.isBefore(expiresAt);
  }
}
