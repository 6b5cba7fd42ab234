package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent.
 *
 * @param owner the human whose money it holds; null if nobody has claimed it
 */
public record Agent(
    String id,
    String name,
    @Nullable String description,
    @Nullable String owner,
    String status,
    Instant createdAt) {

  /** Whether that human owns it, and is not just linked to it. */
  public boolean isOwnedBy(String human) {
    return human.equals(owner);
  }

  public boolean isFrozen() {
    return status.equals("FROZEN");
  }

  public boolean isClosed() {
    return status.equals("CLOSED");
  }

  /** The same in another state. */
  public Agent withStatus(String other) {
    return new Agent(id, name, description, owner, other, createdAt);
  }
}
