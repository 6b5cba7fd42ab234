package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import org.jspecify.annotations.Nullable;

/** What events look like: v1 with a snapshot, v2 thin. */
final class EventShape {
  static final String V1 = "event";
  static final String V2 = "v2.core.event";

  private EventShape() {}

  /** What a thin event is about. */
  record Related(String type, String id, String url) {
    static Related account(String id) {
      return new Related("v2.core.account", id, "/v2/core/accounts/" + id);
    }
  }

  static JsonObject snapshot(
      Simulation simulation,
      String account,
      String type,
      JsonObject object,
      @Nullable JsonObject previous) {
    Simulation.Cause cause = simulation.cause();
    JsonObject data = Json.object("object", object.deepCopy());
    if (previous != null) {
      data.add("previous_attributes", previous);
    }
    JsonObject event =
        Draft.template(V1)
            .set("id", simulation.ids().next("evt_"))
            .set("api_version", Stripe.API_VERSION)
            .set("created", simulation.clock().seconds())
            .set("data", data)
            .set(
                "request",
                Json.object("id", cause.requestId(), "idempotency_key", cause.idempotencyKey()))
            .set("type", type)
            .json();
    if (!account.equals(Simulation.PLATFORM)) {
      event.addProperty("account", account);
    }
    return event;
  }

  /**
   * A thin event.
   *
   * @param related the type, and the id, of what it is about
   */
  static JsonObject thin(Simulation simulation, String type, Related related, JsonObject data) {
    Simulation.Cause cause = simulation.cause();
    JsonObject event =
        Draft.object()
            .set("id", simulation.ids().next("evt_"))
            .set("object", V2)
            .set("type", type)
            .set("created", simulation.clock().now().toString())
            .set("livemode", false)
            .set("context", null)
            .set(
                "related_object",
                Draft.object()
                    .set("id", related.id())
                    .set("type", related.type())
                    .set("url", related.url())
                    .json())
            .json();
    if (cause.requestId() != null) {
      JsonObject request =
          Json.object("id", cause.requestId(), "idempotency_key", cause.idempotencyKey());
      event.add("reason", Json.object("type", "request", "request", request));
    }
    event.add("data", data);
    return event;
  }

  /** What is sent: of a thin event only what it is about. */
  static JsonObject payload(JsonObject event) {
    JsonObject payload = event.deepCopy();
    if (V2.equals(Json.text(event, "object"))) {
      payload.remove("data");
    }
    return payload;
  }
}
