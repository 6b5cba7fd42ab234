package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.EventListParams;
import com.stripe.param.EventRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.Shelf;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code /v1/events} and {@code /v2/core/events}: those of the last 30 days. */
final class EventRoutes {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Simulation simulation;
  private final Shelf snapshots;
  private final Shelf thin;

  EventRoutes(Simulation simulation) {
    this.simulation = simulation;
    snapshots = Shelf.of(simulation, EventShape.V1, "event");
    thin = Shelf.ofPlatform(simulation, EventShape.V2, "event");
  }

  void register(Routes routes) {
    routes
        .get("/v1/events", EventListParams.class, this::list)
        .get("/v1/events/{}", EventRetrieveParams.class, call -> kept(snapshots, call))
        .get("/v2/core/events", com.stripe.param.v2.core.EventListParams.class, this::listThin)
        .get("/v2/core/events/{}", EventRetrieveParams.class, call -> kept(thin, call));
  }

  private JsonElement list(Call call) {
    List<String> types = types(call);
    String type = call.text("type");
    String delivered = call.text("delivery_success");
    return Paging.page(
        call,
        snapshots
            .all(call)
            .filter(this::isKept)
            .filter(event -> types.isEmpty() || types.contains(Json.text(event, "type")))
            .filter(event -> type == null || matches(type, event))
            .filter(
                event -> delivered == null || isDelivered(event) == call.flag("delivery_success")));
  }

  private static List<String> types(Call call) {
    return Json.list(call.params(), "types").stream().map(JsonElement::getAsString).toList();
  }

  private static boolean matches(String wanted, JsonObject event) {
    String type = Json.requiredText(event, "type");
    return wanted.endsWith("*")
        ? type.startsWith(wanted.substring(0, wanted.length() - 1))
        : type.equals(wanted);
  }

  private static boolean isDelivered(JsonObject event) {
    return Json.number(event, "pending_webhooks") == 0;
  }

  private JsonElement listThin(Call call) {
    String about = call.text("object_id");
    List<String> types = types(call);
    return Paging.pageV2(
        call,
        thin.all(call)
            .filter(this::isKept)
            .filter(event -> types.isEmpty() || types.contains(Json.text(event, "type")))
            .filter(
                event -> about == null || about.equals(Json.text(event, "related_object", "id"))));
  }

  private JsonObject kept(Shelf events, Call call) {
    JsonObject event = events.existing(call);
    if (!isKept(event)) {
      throw StripeFailure.notFound("event", call.variable(0));
    }
    return event;
  }

  private boolean isKept(JsonObject event) {
    String created = Json.requiredText(event, "created");
    Instant at =
        EventShape.V2.equals(Json.text(event, "object"))
            ? Instant.parse(created)
            : Instant.ofEpochSecond(Json.number(event, "created"));
    return at.plus(KEPT).isAfter(simulation.clock().now());
  }
}
