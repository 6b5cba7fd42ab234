package dev.agora.accounts.agent;

import java.util.Optional;
import java.util.UUID;
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
      throw new IllegalArgumentException("not the form of an agent's id");
    }
  }

  /** The id of a time-ordered UUID. */
  public static AgentId of(UUID id) {
    return new AgentId("agt_" + id.toString().replace("-", ""));
  }

  /** Empty for a text of another form, which can name no agent. */
  public static Optional<AgentId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new AgentId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
