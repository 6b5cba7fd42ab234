package dev.agora.portal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent. */
public record Agent(
    String id, String name, @Nullable String description, String status, Instant createdAt) {

  public boolean isFrozen() {
    return status.equals("FROZEN");
  }

  public boolean isClosed() {
    return status.equals("CLOSED");
  }

  /** The same in another state. */
  public Agent withStatus(String other) {
    return new Agent(id, name, description, other, createdAt);
  }
}
