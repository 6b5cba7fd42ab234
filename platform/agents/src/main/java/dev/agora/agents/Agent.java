package dev.agora.agents;

import org.jspecify.annotations.Nullable;

/**
 * An agent as accounts-service last described it.
 *
 * @param id of the agent
 * @param owner the primary human's id; null while nobody has claimed the agent
 * @param status {@code ACTIVE}, {@code FROZEN}, {@code CLOSED}, or one that a newer release knows
 * @param version counts the agent's changes; a higher one is newer
 */
public record Agent(AgentId id, @Nullable String owner, String status, long version) {

  public boolean isClaimed() {
    return owner != null;
  }

  /** Whether one human stands behind both. */
  public boolean sharesOwnerWith(Agent other) {
    return owner != null && owner.equals(other.owner);
  }

  /** Whether that human stands behind it. */
  public boolean isOwnedBy(String human) {
    return human.equals(owner);
  }

  public boolean isClosed() {
    return status.equals("CLOSED");
  }

  /** Whether it may do everything; a status that is not known here does not count. */
  public boolean isActive() {
    return status.equals("ACTIVE");
  }
}
