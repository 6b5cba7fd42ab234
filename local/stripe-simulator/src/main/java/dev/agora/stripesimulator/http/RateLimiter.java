package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.SimulatedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's limits in requests a second: a bucket of tokens for each endpoint and one for all, each
 * as deep as a second, filled by the simulated clock. Off until a test sets them. Safe for several
 * threads; not kept on disk.
 */
final class RateLimiter {
  private static final String GLOBAL = "";
  private static final long TOKEN = 1_000_000;
  private static final Duration MICRO = Duration.ofNanos(1_000);

  private final SimulatedClock clock;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private long endpointRate;
  private long globalRate;

  /** Parts of which a million are a token. */
  private record Bucket(long parts, Instant at) {}

  RateLimiter(SimulatedClock clock) {
    this.clock = clock;
  }

  void registerAdmin(Routes routes) {
    routes
        .unchecked("POST", "/_sim/rate-limits", this::set)
        .unchecked("DELETE", "/_sim/rate-limits", call -> limits(0, 0));
  }

  private JsonElement set(Call call) {
    long endpoint = call.number("endpoint").orElse(0L);
    long global = call.number("global").orElse(0L);
    if (endpoint < 0 || global < 0) {
      throw StripeFailure.parameter(
          "parameter_invalid_integer", "endpoint", "Requests a second; 0 for no limit.");
    }
    return limits(endpoint, global);
  }

  private synchronized JsonObject limits(long endpoint, long global) {
    endpointRate = endpoint;
    globalRate = global;
    buckets.clear();
    return Json.object("endpoint", endpoint, "global", global);
  }

  /** Takes a token for the request; which limit it is over, if there is none. */
  synchronized Optional<String> refuse(String endpoint) {
    if (endpointRate == 0 && globalRate == 0) {
      return Optional.empty();
    }
    Instant now = clock.now();
    if (endpointRate > 0 && isEmpty(endpoint, endpointRate, now)) {
      return Optional.of("endpoint-rate");
    }
    if (globalRate > 0 && isEmpty(GLOBAL, globalRate, now)) {
      return Optional.of("global-rate");
    }
    return Optional.empty();
  }

  private boolean isEmpty(String name, long rate, Instant now) {
    Bucket bucket = buckets.getOrDefault(name, new Bucket(rate * TOKEN, now));
    long micros = Math.clamp(Duration.between(bucket.at(), now).dividedBy(MICRO), 0, TOKEN);
    long parts = Math.min(rate * TOKEN, bucket.parts() + micros * rate);
    boolean empty = parts < TOKEN;
    buckets.put(name, new Bucket(empty ? parts : parts - TOKEN, now));
    return empty;
  }
}
