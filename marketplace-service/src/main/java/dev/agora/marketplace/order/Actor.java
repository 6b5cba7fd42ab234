package dev.agora.marketplace.order;

import dev.agora.agents.AgentId;
import java.util.Optional;

/** Who wants to change an order. */
@FunctionalInterface
public interface Actor {

  /** The part they play in it; empty if they have none, and then there is no such order. */
  Optional<Party> partyIn(Deal deal);

  /** An agent, buyer or seller or neither. */
  static Actor agent(AgentId id) {
    return deal -> Optional.ofNullable(deal.sideOf(id));
  }

  /** Somebody whose part does not depend on the order. */
  static Actor as(Party party) {
    return deal -> Optional.of(party);
  }
}
