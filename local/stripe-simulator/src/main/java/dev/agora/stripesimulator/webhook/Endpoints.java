package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.Stripe;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is told of events: v1's webhook endpoints and v2's event destinations. What Stripe does not
 * show of one (its secrets, whether it is a Connect endpoint) is kept beside it.
 */
final class Endpoints {
  static final String V1 = "webhook_endpoint";
  static final String V2 = "v2.core.event_destination";

  private final Simulation simulation;

  Endpoints(Simulation simulation) {
    this.simulation = simulation;
  }

  JsonObject add(String id, String url, List<String> events, boolean connect, String secret) {
    JsonObject endpoint =
        Draft.template(V1)
            .set("id", id)
            .set("url", url)
            .set("enabled_events", events)
            .set("api_version", Stripe.API_VERSION)
            .set("created", simulation.clock().seconds())
            .json();
    keepBeside(id, connect, secret);
    return simulation.store().put(Simulation.PLATFORM, endpoint);
  }

  /** A destination of v2. */
  JsonObject add(JsonObject destination, String secret) {
    keepBeside(Json.requiredText(destination, "id"), false, secret);
    return simulation.store().put(Simulation.PLATFORM, destination);
  }

  private void keepBeside(String id, boolean connect, String secret) {
    JsonObject beside =
        Draft.object()
            .set("id", side(id))
            .set("object", "sim.endpoint")
            .set("connect", connect)
            .set("secret", secret)
            .json();
    simulation.store().put("sim", beside);
  }

  /** The endpoints that want this type of event from this kind of account. */
  List<String> wanting(String type, boolean connect) {
    return Stream.concat(all(), simulation.store().newestFirst(Simulation.PLATFORM, V2))
        .filter(endpoint -> "enabled".equals(Json.text(endpoint, "status")))
        .filter(endpoint -> wants(endpoint, type))
        .filter(endpoint -> hears(endpoint, type, connect))
        .map(endpoint -> Json.requiredText(endpoint, "id"))
        .toList();
  }

  Stream<JsonObject> all() {
    return simulation.store().newestFirst(Simulation.PLATFORM, V1);
  }

  /** Where it is told. */
  static String url(JsonObject endpoint) {
    return V2.equals(Json.text(endpoint, "object"))
        ? Json.requiredText(endpoint, "webhook_endpoint", "url")
        : Json.requiredText(endpoint, "url");
  }

  /** The address, if it is one; 400 otherwise. */
  static String checked(String url, String param) {
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw StripeFailure.parameter("url_invalid", param, "Invalid URL: " + url);
    }
    return url;
  }

  /** The secrets that sign now, the newest first: two of them while one takes over. */
  List<String> secrets(String id) {
    JsonObject beside = simulation.store().get(side(id));
    String secret = Json.requiredText(beside, "secret");
    String old = Json.text(beside, "old_secret");
    boolean both =
        old != null && Json.number(beside, "old_until") > simulation.clock().now().toEpochMilli();
    return both ? List.of(secret, String.valueOf(old)) : List.of(secret);
  }

  /** Gives the endpoint another secret; the one before signs as well for that long. */
  void roll(String id, String secret, Duration overlap) {
    JsonObject beside = simulation.store().get(side(id));
    Json.with(
        beside,
        "old_secret",
        Json.requiredText(beside, "secret"),
        "old_until",
        simulation.clock().now().plus(overlap).toEpochMilli(),
        "secret",
        secret);
    simulation.store().touch(beside);
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

  /** Of a destination's two kinds of events, thin ones are about connected accounts here. */
  private boolean hears(JsonObject endpoint, String type, boolean connect) {
    if (V1.equals(Json.text(endpoint, "object"))) {
      String beside = side(Json.requiredText(endpoint, "id"));
      return Json.flag(simulation.store().get(beside), "connect") == connect;
    }
    boolean thin = type.startsWith("v2.");
    String from = connect ? "@accounts" : "@self";
    return thin == "thin".equals(Json.text(endpoint, "event_payload"))
        && (thin
            || Json.list(endpoint, "events_from").stream()
                .anyMatch(each -> from.equals(each.getAsString())));
  }

  private static String side(String id) {
    return "sim_" + id;
  }
}
