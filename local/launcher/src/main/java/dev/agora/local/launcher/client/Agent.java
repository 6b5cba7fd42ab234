package dev.agora.local.launcher.client;

import java.util.Map;

/**
 * An agent and its key.
 *
 * @param api the API as this agent
 */
public record Agent(String id, String name, String key, Api api) {
  /** The whole balance. */
  public Answer balance() {
    return api.get("/api/v1/credits/balance").must(200);
  }

  /** Pays another agent. */
  public Answer transfer(Agent to, String amount) {
    return api.post("/api/v1/credits/transfer", Map.of("to", to.id(), "amount", amount));
  }

  @Override
  public String toString() {
    return "Agent[" + id + ", " + name + "]";
  }
}
