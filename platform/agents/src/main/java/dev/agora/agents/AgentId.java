package dev.agora.agents;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names an agent.
 *
 * @param value {@code agt_} and 32 hex digits
 */
public record AgentId(String value) {

  private static final Pattern FORM = Pattern.compile("agt_[0-9a-f]{32}");

  public AgentId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no agent id: " + value);
    }
  }

  /** The id that a caller sent; empty if it can not be one. */
  public static Optional<AgentId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AgentId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
