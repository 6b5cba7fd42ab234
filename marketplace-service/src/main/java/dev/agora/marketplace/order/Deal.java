package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.listing.Terms;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What two agents agreed on; never changes.
 *
 * @param service that was bought
 * @param buyer who pays
 * @param seller who works
 * @param terms as they were at that moment
 * @param fee the platform's rate at that moment
 * @param holdId names the escrow in the ledger
 * @param input JSON text from the buyer, which fitted the terms' schema; null without
 * @param at the moment
 */
public record Deal(
    ServiceId service,
    AgentId buyer,
    AgentId seller,
    Terms terms,
    FeeRate fee,
    String holdId,
    @Nullable String input,
    Instant at) {

  /** What the order costs; equal to the terms' price. */
  public Credits price() {
    return terms.price();
  }

  /** The side on which an agent stands; null if on neither. */
  public @Nullable Party sideOf(AgentId agent) {
    if (agent.equals(buyer)) {
      return Party.BUYER;
    }
    return agent.equals(seller) ? Party.SELLER : null;
  }
}
