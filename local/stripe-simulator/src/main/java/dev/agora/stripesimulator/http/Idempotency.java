package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Stripe's rules for a key that comes again. v1 keeps every result of an execution for 24 hours; v2
 * keeps only successes, for 30 days.
 */
final class Idempotency {
  private static final String TYPE = "sim.idempotency";
  private static final int LONGEST_KEY = 255;
  private static final Duration V1_KEPT = Duration.ofHours(24);
  private static final Duration V2_KEPT = Duration.ofDays(30);

  private final Simulation simulation;
  private final ConcurrentMap<String, String> inFlight = new ConcurrentHashMap<>();

  Idempotency(Simulation simulation) {
    this.simulation = simulation;
  }

  /** The stored answer of an earlier call, or none, and then the key is this call's until done. */
  Optional<Answer> begin(Call call, String key) {
    if (key.length() > LONGEST_KEY) {
      throw StripeFailure.of(
          400,
          "idempotency_error",
          null,
          "Keys for idempotent requests can have up to 255 characters.");
    }
    String print = fingerprint(call);
    String running = inFlight.putIfAbsent(scoped(call, key), print);
    if (running != null) {
      throw running.equals(print) ? inUse() : reused(key);
    }
    try {
      Optional<Answer> stored = simulation.atomically(() -> stored(call, key, print));
      stored.ifPresent(answer -> done(call, key));
      return stored;
    } catch (StripeFailure reused) {
      done(call, key);
      throw reused;
    }
  }

  /** Ends the flight, whatever came of it. */
  void done(Call call, String key) {
    inFlight.remove(scoped(call, key));
  }

  /** Keeps the answer under the key; part of the change that the call made. */
  void store(Call call, String key, Answer answer) {
    if (isV2(call) && !answer.succeeded()) {
      return;
    }
    simulation
        .store()
        .put(
            "sim",
            Draft.object()
                .set("id", scoped(call, key))
                .set("object", TYPE)
                .set("print", fingerprint(call))
                .set("request", call.requestId())
                .set("created", simulation.clock().now().toEpochMilli())
                .set("status", answer.status())
                .set("body", answer.body())
                .json());
  }

  private Optional<Answer> stored(Call call, String key, String print) {
    Optional<JsonObject> kept =
        simulation.store().find(scoped(call, key)).filter(entry -> !isOld(call, entry));
    if (kept.isPresent() && !print.equals(Json.text(kept.get(), "print"))) {
      throw reused(key);
    }
    return kept.map(
        entry ->
            new Answer(
                (int) Json.number(entry, "status"),
                "application/json",
                Json.requiredText(entry, "body"),
                Map.of(
                    "Idempotent-Replayed",
                    "true",
                    "Original-Request",
                    Json.requiredText(entry, "request"))));
  }

  private boolean isOld(Call call, JsonObject entry) {
    Instant created = Instant.ofEpochMilli(Json.number(entry, "created"));
    Duration kept = isV2(call) ? V2_KEPT : V1_KEPT;
    return !created.plus(kept).isAfter(simulation.clock().now());
  }

  private static boolean isV2(Call call) {
    return call.path().startsWith("/v2/");
  }

  private static String scoped(Call call, String key) {
    return "sim_key_" + (isV2(call) ? "v2 " : "v1 ") + call.account() + " " + key;
  }

  private static String fingerprint(Call call) {
    return call.method() + " " + call.path() + " " + Json.write(sorted(call.params()));
  }

  private static JsonElement sorted(JsonElement json) {
    if (json.isJsonArray()) {
      return Json.array(json.getAsJsonArray().asList().stream().map(Idempotency::sorted).toArray());
    }
    if (!json.isJsonObject()) {
      return json;
    }
    JsonObject sorted = new JsonObject();
    new TreeMap<>(json.getAsJsonObject().asMap())
        .forEach((name, value) -> sorted.add(name, sorted(value)));
    return sorted;
  }

  private static StripeFailure inUse() {
    return StripeFailure.of(
        409,
        "invalid_request_error",
        "idempotency_key_in_use",
        "There is currently another in-progress request using this Idempotent Key (that probably"
            + " means you submitted twice, and the other request is still going through): please"
            + " try again later.");
  }

  private static StripeFailure reused(String key) {
    return StripeFailure.of(
        400,
        "idempotency_error",
        null,
        "Keys for idempotent requests can only be used with the same parameters and endpoint they"
            + " were first used with. Try using a key other than '"
            + key
            + "' if you meant to execute a different request.");
  }
}
