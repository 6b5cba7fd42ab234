package dev.agora.accounts.agent;

import dev.agora.accounts.human.HumanId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that holds credits.
 *
 * @param id names it for ever
 * @param name what its owner calls it
 * @param description what it does, or null
 * @param owner the primary human; null while nobody claimed it
 * @param status what it may do
 * @param version counts changes, from 1
 * @param createdAt when it came to be
 */
public record Agent(
    AgentId id,
    String name,
    @Nullable String description,
    @Nullable HumanId owner,
    AgentStatus status,
    long version,
    Instant createdAt) {

  /** A new one. */
  public static Agent create(
      AgentId id,
      String name,
      @Nullable String description,
      @Nullable HumanId owner,
      Instant createdAt) {
    return new Agent(id, name.strip(), description, owner, AgentStatus.ACTIVE, 1, createdAt);
  }

  /** With what its owner changed; null leaves a member as it is. */
  Agent changed(@Nullable String newName, @Nullable String newDescription) {
    return new Agent(
        id,
        newName == null ? name : newName.strip(),
        newDescription == null ? description : newDescription,
        owner,
        status,
        version + 1,
        createdAt);
  }

  /** With that owner. */
  public Agent claimedBy(HumanId human) {
    return new Agent(id, name, description, human, status, version + 1, createdAt);
  }

  boolean isOwnedBy(HumanId human) {
    return human.equals(owner);
  }
}
