package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Sends events again, in whatever order and number a test wants. */
final class Replay {
  private final Simulation simulation;
  private final Endpoints endpoints;
  private final Deliveries deliveries;

  Replay(Simulation simulation, Endpoints endpoints, Deliveries deliveries) {
    this.simulation = simulation;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  void register(Routes routes) {
    routes
        .unchecked("POST", "/_sim/events/replay", this::replay)
        .unchecked(
            "GET",
            "/_sim/deliveries",
            call -> Json.object("data", deliveries.all().map(JsonObject::deepCopy).toList()));
  }

  private JsonElement replay(Call call) {
    List<JsonObject> events = new ArrayList<>(chosen(call));
    order(events, call);
    long copies = call.number("copies").orElse(1L);
    int sent = 0;
    for (JsonObject event : events) {
      for (long copy = 0; copy < copies; copy++) {
        sent += deliveries.dispatch(event, wanting(event));
      }
    }
    return Json.object("events", events.size(), "deliveries", sent);
  }

  private List<JsonObject> chosen(Call call) {
    List<String> types = texts(call, "types");
    List<String> ids = texts(call, "ids");
    return Stream.of(EventShape.V1, EventShape.V2)
        .flatMap(shape -> simulation.store().all(shape))
        .map(Store.Stored::object)
        .filter(event -> types.isEmpty() || types.contains(Json.text(event, "type")))
        .filter(event -> ids.isEmpty() || ids.contains(Json.text(event, "id")))
        .toList();
  }

  private static List<String> texts(Call call, String name) {
    return Json.list(call.params(), name).stream().map(JsonElement::getAsString).toList();
  }

  private static void order(List<JsonObject> events, Call call) {
    String order = call.text("order");
    switch (order == null ? "in_order" : order) {
      case "in_order" -> {}
      case "reversed" -> Collections.reverse(events);
      case "shuffled" -> Collections.shuffle(events, new Random(call.number("seed").orElse(1L)));
      default ->
          throw StripeFailure.parameter(
              "parameter_invalid_string", "order", "in_order, reversed or shuffled");
    }
  }

  private List<String> wanting(JsonObject event) {
    boolean connect = EventShape.V2.equals(Json.text(event, "object")) || event.has("account");
    return endpoints.wanting(Json.requiredText(event, "type"), connect);
  }
}
