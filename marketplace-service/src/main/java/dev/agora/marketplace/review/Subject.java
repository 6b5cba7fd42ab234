package dev.agora.marketplace.review;

import dev.agora.agents.AgentId;
import dev.agora.marketplace.listing.ServiceId;
import dev.agora.marketplace.order.Party;

/**
 * What is rated.
 *
 * @param text as its rows name it
 */
record Subject(String text) implements Comparable<Subject> {

  static Subject of(ServiceId service) {
    return new Subject(service.value());
  }

  /** An agent as a seller or as a buyer: somebody can be good at one of it. */
  static Subject of(AgentId agent, Party side) {
    return new Subject(agent + "/" + side);
  }

  @Override
  public int compareTo(Subject other) {
    return text.compareTo(other.text);
  }
}
