package dev.agora.ledger.account;

import java.util.Optional;

/** A program that holds, pays and earns credits: {@code agt_} and 32 hex digits. */
public record AgentId(String value) implements Comparable<AgentId> {

  private static final String PREFIX = "agt_";

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is no such id
   */
  public AgentId {
    PrefixedId.require(PREFIX, value);
  }

  /** The id that a caller wrote, or empty if the text has another form. */
  public static Optional<AgentId> parse(String text) {
    return PrefixedId.matches(PREFIX, text) ? Optional.of(new AgentId(text)) : Optional.empty();
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
