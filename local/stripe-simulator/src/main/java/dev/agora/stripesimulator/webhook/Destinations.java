package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.param.v2.core.EventDestinationCreateParams;
import com.stripe.param.v2.core.EventDestinationListParams;
import com.stripe.param.v2.core.EventDestinationRetrieveParams;
import com.stripe.param.v2.core.EventDestinationUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** {@code /v2/core/event_destinations}: webhook endpoints as v2 has them. */
final class Destinations {
  private static final String PING = "v2.core.event_destination.ping";

  private final Simulation simulation;
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Shelf shelf;

  Destinations(Simulation simulation, Endpoints endpoints, Deliveries deliveries) {
    this.simulation = simulation;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    shelf = Shelf.ofPlatform(simulation, Endpoints.V2, "event destination");
  }

  void register(Routes routes) {
    String all = "/v2/core/event_destinations";
    String one = all + "/{}";
    routes
        .post(all, EventDestinationCreateParams.class, this::create)
        .get(all, EventDestinationListParams.class, this::list)
        .get(one, EventDestinationRetrieveParams.class, call -> shown(call, shelf.existing(call)))
        .post(one, EventDestinationUpdateParams.class, this::update)
        .post(one + "/disable", NoParams.class, call -> enable(call, false))
        .post(one + "/enable", NoParams.class, call -> enable(call, true))
        .post(one + "/ping", NoParams.class, this::ping)
        .delete(one, this::delete);
  }

  /** For calls without parameters. */
  private static final class NoParams {}

  private JsonElement create(Call call) {
    if (!call.required("type").equals("webhook_endpoint")) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "type", "Only webhook_endpoint is simulated.");
    }
    String payload = call.required("event_payload");
    List<String> from = texts(call, "events_from");
    String id = simulation.ids().next("ed_test_");
    String now = simulation.clock().now().toString();
    Draft destination =
        Draft.object()
            .set("id", id)
            .set("object", Endpoints.V2)
            .set("created", now)
            .set("description", call.has("description") ? call.text("description") : "")
            .set("enabled_events", enabledEvents(call))
            .set("event_payload", payload)
            .set("events_from", from.isEmpty() ? List.of("@self") : from)
            .set("livemode", false)
            .set("metadata", call.metadata())
            .set("name", call.required("name"))
            .set("status", "enabled")
            .set("type", "webhook_endpoint")
            .set("updated", now)
            .set("webhook_endpoint", Json.object("url", url(call)));
    if (payload.equals("snapshot")) {
      String version = call.text("snapshot_api_version");
      destination.set("snapshot_api_version", version == null ? Stripe.API_VERSION : version);
    }
    String secret = simulation.ids().secret("whsec_");
    JsonObject kept = endpoints.add(destination.json(), secret);
    JsonObject shown = shown(call, kept);
    if (texts(call, "include").contains("webhook_endpoint.signing_secret")) {
      JsonObject endpoint = Json.child(shown, "webhook_endpoint");
      endpoint.addProperty("signing_secret", secret);
      shown.add("webhook_endpoint", endpoint);
    }
    return shown;
  }

  private static String url(Call call) {
    return Endpoints.checked(call.required("webhook_endpoint", "url"), "webhook_endpoint[url]");
  }

  private static List<String> enabledEvents(Call call) {
    List<String> events = texts(call, "enabled_events");
    if (events.isEmpty()) {
      throw StripeFailure.missing("enabled_events");
    }
    return events;
  }

  private static List<String> texts(Call call, String name) {
    return Json.list(call.params(), name).stream().map(JsonElement::getAsString).toList();
  }

  private JsonElement update(Call call) {
    JsonObject destination = shelf.existing(call);
    for (String field : List.of("description", "name")) {
      if (call.has(field)) {
        String text = call.text(field);
        Json.with(destination, field, text == null ? "" : text);
      }
    }
    if (call.has("enabled_events")) {
      Json.with(destination, "enabled_events", enabledEvents(call));
    }
    if (call.has("webhook_endpoint")) {
      destination.add("webhook_endpoint", Json.object("url", url(call)));
    }
    destination.add("metadata", call.metadataOver(Json.child(destination, "metadata")));
    return changed(call, destination);
  }

  private JsonElement enable(Call call, boolean enabled) {
    JsonObject destination = shelf.existing(call);
    destination.addProperty("status", enabled ? "enabled" : "disabled");
    destination.remove("status_details");
    if (!enabled) {
      destination.add("status_details", Json.object("disabled", Json.object("reason", "user")));
    }
    return changed(call, destination);
  }

  private JsonElement changed(Call call, JsonObject destination) {
    destination.addProperty("updated", simulation.clock().now().toString());
    simulation.store().touch(destination);
    return shown(call, destination);
  }

  /** An event for this destination only, whatever it is subscribed to. */
  private JsonElement ping(Call call) {
    String id = Json.requiredText(shelf.existing(call), "id");
    EventShape.Related related =
        new EventShape.Related(Endpoints.V2, id, "/v2/core/event_destinations/" + id);
    JsonObject event = EventShape.thin(simulation, PING, related, new JsonObject());
    simulation.store().put(Simulation.PLATFORM, event);
    deliveries.dispatch(event, List.of(id));
    return event;
  }

  private JsonElement delete(Call call) {
    String id = Json.requiredText(shelf.existing(call), "id");
    endpoints.remove(id);
    return Json.object("id", id, "object", Endpoints.V2);
  }

  private JsonElement list(Call call) {
    return Paging.pageV2(call, shelf.all(call).map(each -> shown(call, each)));
  }

  /** Without the address, unless it is asked for. */
  private static JsonObject shown(Call call, JsonObject destination) {
    JsonObject shown = destination.deepCopy();
    if (!texts(call, "include").contains("webhook_endpoint.url")) {
      shown.remove("webhook_endpoint");
    }
    return shown;
  }
}
