package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.Stripe;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.util.List;
import java.util.stream.Stream;

/**
 * The webhook endpoints there are. What Stripe does not show of one (its secret, whether it is a
 * Connect endpoint) is kept beside it.
 */
final class Endpoints {
  private static final String TYPE = "webhook_endpoint";

  private final Simulation simulation;

  Endpoints(Simulation simulation) {
    this.simulation = simulation;
  }

  JsonObject add(String id, String url, List<String> events, boolean connect, String secret) {
    JsonObject endpoint =
        Draft.template(TYPE)
            .set("id", id)
            .set("url", url)
            .set("enabled_events", events)
            .set("api_version", Stripe.API_VERSION)
            .set("created", simulation.clock().seconds())
            .json();
    Store store = simulation.store();
    store.put(
        "sim",
        Draft.object()
            .set("id", side(id))
            .set("object", "sim.endpoint")
            .set("connect", connect)
            .set("secret", secret)
            .json());
    return store.put(Simulation.PLATFORM, endpoint);
  }

  /** The endpoints that want this type of event from this kind of account. */
  List<String> wanting(String type, boolean connect) {
    return all()
        .filter(endpoint -> "enabled".equals(Json.text(endpoint, "status")))
        .filter(endpoint -> wants(endpoint, type))
        .map(endpoint -> Json.requiredText(endpoint, "id"))
        .filter(id -> Json.flag(simulation.store().get(side(id)), "connect") == connect)
        .toList();
  }

  Stream<JsonObject> all() {
    return simulation.store().newestFirst(Simulation.PLATFORM, TYPE);
  }

  String secret(String id) {
    return Json.requiredText(simulation.store().get(side(id)), "secret");
  }

  void remove(String id) {
    simulation.store().remove(id);
    simulation.store().remove(side(id));
  }

  private static boolean wants(JsonObject endpoint, String type) {
    return Json.list(endpoint, "enabled_events").stream()
        .map(JsonElement::getAsString)
        .anyMatch(wanted -> wanted.equals("*") || wanted.equals(type));
  }

  private static String side(String id) {
    return "sim_" + id;
  }
}
