package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.param.EventListParams;
import com.stripe.param.EventRetrieveParams;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Paging;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.util.List;
import java.util.stream.Stream;

/** {@code /v1/events} and {@code /v2/core/events}. */
final class EventRoutes {
  private final Store store;

  EventRoutes(Simulation simulation) {
    this.store = simulation.store();
  }

  void register(Routes routes) {
    routes
        .get("/v1/events", EventListParams.class, this::list)
        .get("/v1/events/{}", EventRetrieveParams.class, this::retrieve)
        .get("/v2/core/events", com.stripe.param.v2.core.EventListParams.class, this::listThin)
        .get("/v2/core/events/{}", EventRetrieveParams.class, this::retrieveThin);
  }

  private JsonElement list(Call call) {
    List<String> types =
        Json.list(call.params(), "types").stream().map(JsonElement::getAsString).toList();
    String type = call.text("type");
    String delivered = call.text("delivery_success");
    return Paging.page(
        call,
        store
            .newestFirst(call.account(), EventShape.V1)
            .filter(event -> types.isEmpty() || types.contains(Json.text(event, "type")))
            .filter(event -> type == null || matches(type, event))
            .filter(
                event -> delivered == null || isDelivered(event) == call.flag("delivery_success")));
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

  private JsonElement retrieve(Call call) {
    return store
        .find(call.account(), EventShape.V1, call.variable(0))
        .orElseThrow(() -> StripeFailure.notFound("event", call.variable(0)));
  }

  private JsonElement listThin(Call call) {
    String about = call.text("object_id");
    Stream<JsonObject> events =
        store
            .newestFirst(Simulation.PLATFORM, EventShape.V2)
            .filter(
                event -> about == null || about.equals(Json.text(event, "related_object", "id")));
    long limit = call.number("limit").orElse(20L);
    return Draft.object()
        .set("data", events.limit(limit).toList())
        .set("next_page_url", null)
        .set("previous_page_url", null)
        .json();
  }

  private JsonElement retrieveThin(Call call) {
    return store
        .find(Simulation.PLATFORM, EventShape.V2, call.variable(0))
        .orElseThrow(() -> StripeFailure.notFound("event", call.variable(0)));
  }
}
