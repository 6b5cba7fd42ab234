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
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.List;

/** {@code /v1/webhook_endpoints}. */
final class EndpointRoutes {
  private final Simulation simulation;
  private final Endpoints endpoints;

  EndpointRoutes(Simulation simulation, Endpoints endpoints) {
    this.simulation = simulation;
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
        .get(one, WebhookEndpointRetrieveParams.class, this::existing)
        .post(one, WebhookEndpointUpdateParams.class, this::update)
        .delete(one, this::delete);
  }

  private JsonElement create(Call call) {
    String url = call.required("url");
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      throw StripeFailure.parameter("url_invalid", "url", "Invalid URL: " + url);
    }
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
    JsonObject endpoint = existing(call);
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
    existing(call);
    endpoints.remove(call.variable(0));
    return Json.object("id", call.variable(0), "object", "webhook_endpoint", "deleted", true);
  }

  private JsonObject existing(Call call) {
    return simulation
        .store()
        .find(Simulation.PLATFORM, "webhook_endpoint", call.variable(0))
        .orElseThrow(() -> StripeFailure.notFound("webhook endpoint", call.variable(0)));
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
