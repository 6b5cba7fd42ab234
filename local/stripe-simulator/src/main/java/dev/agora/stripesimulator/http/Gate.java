package dev.agora.stripesimulator.http;

import com.sun.net.httpserver.Headers;
import dev.agora.stripesimulator.state.Simulation;
import java.util.Map;
import java.util.Optional;

/** What stands before all endpoints: who calls, what the key may do, and how often. */
public final class Gate {
  private final Simulation simulation;
  private final RestrictedKeys keys;
  private final RateLimiter limiter;

  /** The gate of a world. */
  public Gate(Simulation simulation) {
    this.simulation = simulation;
    keys = new RestrictedKeys(simulation);
    limiter = new RateLimiter(simulation.clock());
  }

  /** Adds the calls of {@code /_sim/}. */
  public void registerAdmin(Routes routes) {
    keys.registerAdmin(routes);
    limiter.registerAdmin(routes);
  }

  /** The account of the call; 401 or 403 for who may not make it. */
  String admit(Headers headers, String method, String path) {
    String account = Authentication.account(headers, simulation.store());
    keys.check(Authentication.key(headers), method, path);
    return account;
  }

  /** A 429, before anything is looked up under an idempotency key. */
  Optional<Answer> tooMany(Route route, String requestId) {
    String endpoint = route.method() + " /" + String.join("/", route.pattern());
    return simulation
        .atomically(() -> limiter.refuse(endpoint))
        .map(
            reason ->
                Answer.json(429, rateLimited("rate_limit").body(requestId))
                    .withHeaders(Map.of("Stripe-Rate-Limited-Reason", reason)));
  }

  static StripeFailure rateLimited(String code) {
    return StripeFailure.of(
        429,
        "invalid_request_error",
        code,
        "Request rate limit exceeded. You can learn more about rate limits in the docs.");
  }
}
