package dev.agora.crash.storm;

import dev.agora.support.TestGateway;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Who takes part in a storm, and the tokens that they show. */
final class Cast {

  private static final long TOKEN_NANOS = 30_000_000_000L;

  private record Held(String token, long since) {}

  private final long seed;
  private final TestGateway gateway;
  private final Map<String, Held> tokens = new ConcurrentHashMap<>();

  Cast(long seed, TestGateway gateway) {
    this.seed = seed;
    this.gateway = gateway;
  }

  String agent(int number) {
    return "agt_%016x%016x".formatted(seed, number);
  }

  /** Of two agents each; the last agents have none. */
  boolean isOwned(int number) {
    return number < Operation.OWNED;
  }

  String owner(int number) {
    return "hum_%016x%016x".formatted(seed, number / 2);
  }

  /** Of the two that it takes, 0 or 1. */
  String operatorToken(int number) {
    String operator = "hum_%016x%016x".formatted(seed, Operation.AGENTS + number);
    return token(operator, () -> gateway.operatorToken("ledger", operator));
  }

  /** Of an agent that came while the storm was on. */
  String newcomerToken(String agent) {
    return gateway.agentToken("ledger", agent);
  }

  String agentToken(int number) {
    return token(agent(number), () -> gateway.agentToken("ledger", agent(number)));
  }

  String ownerToken(int number) {
    return token(owner(number), () -> gateway.humanToken("ledger", owner(number)));
  }

  private String token(String who, Supplier<String> minted) {
    return tokens
        .compute(
            who,
            (id, held) ->
                held == null || System.nanoTime() - held.since() > TOKEN_NANOS
                    ? new Held(minted.get(), System.nanoTime())
                    : held)
        .token();
  }
}
