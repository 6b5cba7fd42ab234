package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.param.WebhookEndpointRetrieveParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.util.List;

/** {@code /v1/webhook_endpoints}. */
final class EndpointRoutes {
  private static final Duration OVERLAP = Duration.ofDays(1);

  private final Simulation simulation;
  private final Shelf shelf;
  private final Endpoints endpoints;

  EndpointRoutes(Simulation simulation, Endpoints endpoints) {
    this.simulation = simulation;
    shelf = Shelf.ofPlatform(simulation, Endpoints.V1, "webhook endpoint");
    this.endpoints = endpoints;
  }

  void register(Routes routes) {
    String one = "/v1/webhook_endpoints/{}";
    routes
        .post("/v1/webhook_endpoints", WebhookEndpointCreateParams.class, this::create)
        .get(
            "/v1/webhook_endpoints",
            WebhookEndpointListParams.class,
            call -> Paging.page(call, endpoints.all()))
        .get(one, WebhookEndpointRetrieveParams.class, shelf::existing)
        .post(one, WebhookEndpointUpdateParams.class, this::update)
        .delete(one, this::delete);
  }

  void registerAdmin(Routes routes) {
    routes.unchecked("POST", "/_sim/webhook_endpoints/{}/roll", this::roll);
  }

  /** What people do on the dashboard: another secret, and both sign for a while. */
  private JsonElement roll(Call call) {
    String id = Json.requiredText(shelf.existing(call), "id");
    String wanted = call.text("secret");
    String secret = wanted == null ? simulation.ids().secret("whsec_") : wanted;
    long overlap = call.number("overlap_seconds").orElse(OVERLAP.toSeconds());
    endpoints.roll(id, secret, Duration.ofSeconds(overlap));
    return Json.object("id", id, "secret", secret);
  }

  private JsonElement create(Call call) {
    String url = Endpoints.checked(call.required("url"), "url");
    String secret = simulation.ids().secret("whsec_");
    JsonObject endpoint =
        endpoints.add(
            simulation.ids().next("we_"), url, events(call), call.flag("connect"), secret);
    Json.with(endpoint, "description", call.text("description"), "metadata", call.metadata());
    simulation.store().touch(endpoint);
    // Only this answer ever shows the secret.
    return Json.with(endpoint.deepCopy(), "secret", secret);
  }

  private JsonElement update(Call call) {
    JsonObject endpoint = shelf.existing(call);
    if (call.has("url")) {
      endpoint.addProperty("url", call.required("url"));
    }
    if (call.has("enabled_events")) {
      Json.with(endpoint, "enabled_events", events(call));
    }
    if (call.has("disabled")) {
      endpoint.addProperty("status", call.flag("disabled") ? "disabled" : "enabled");
    }
    if (call.has("description")) {
      Json.with(endpoint, "description", call.text("description"));
    }
    endpoint.add("metadata", call.metadataOver(Json.child(endpoint, "metadata")));
    simulation.store().touch(endpoint);
    return endpoint;
  }

  private JsonElement delete(Call call) {
    shelf.existing(call);
    endpoints.remove(call.variable(0));
    return Json.object("id", call.variable(0), "object", "webhook_endpoint", "deleted", true);
  }

  private static List<String> events(Call call) {
    List<String> events =
        Json.list(call.params(), "enabled_events").stream().map(JsonElement::getAsString).toList();
    if (events.isEmpty()) {
      throw StripeFailure.missing("enabled_events");
    }
    return events;
  }
}
