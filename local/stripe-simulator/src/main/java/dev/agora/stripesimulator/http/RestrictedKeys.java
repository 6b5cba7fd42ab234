package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What restricted keys may do: a list of {@code METHOD path}, in which {@code *} stands for
 * anything. A key of which nothing was said may do everything.
 */
final class RestrictedKeys {
  private static final String TYPE = "sim.restricted_key";

  private final Simulation simulation;

  RestrictedKeys(Simulation simulation) {
    this.simulation = simulation;
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/keys", this::restrict);
  }

  private JsonElement restrict(Call call) {
    String key = call.required("key");
    if (!key.startsWith("rk_test_")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "key", "Only keys that begin with rk_test_ are restricted.");
    }
    List<JsonElement> allows = Json.list(call.params(), "allows");
    return simulation
        .store()
        .put("sim", Json.object("id", id(key), "object", TYPE, "allows", allows));
  }

  private static String id(String key) {
    return "sim_restricted_" + key;
  }

  /** 403 for what the key may not do. */
  void check(String key, String method, String path) {
    boolean allowed =
        simulation
            .store()
            .find(id(key))
            .map(kept -> allows(kept, method + " " + path))
            .orElse(true);
    if (!allowed) {
      throw StripeFailure.of(
          403,
          "invalid_request_error",
          null,
          "The provided key 'rk_test_****' does not have the required permissions for this"
              + " endpoint (%s %s).".formatted(method, path));
    }
  }

  private static boolean allows(JsonObject kept, String request) {
    return Json.list(kept, "allows").stream()
        .map(JsonElement::getAsString)
        .anyMatch(glob -> pattern(glob).matcher(request).matches());
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E");
  }
}
