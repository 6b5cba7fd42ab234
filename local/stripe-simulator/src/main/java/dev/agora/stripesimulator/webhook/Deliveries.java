package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.fault.Alteration;
import dev.agora.stripesimulator.fault.Fault;
import dev.agora.stripesimulator.fault.FaultKind;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.state.Draft;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Recorder;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What is still to be sent to whom. A delivery is kept with the change it tells of, so it is sent
 * after a crash too; perhaps twice, as Stripe does.
 */
final class Deliveries {
  private static final String TYPE = "sim.delivery";
  private static final String RETRY = "deliver";
  private static final JsonObject TRUTH = new JsonObject();
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

  private final Simulation simulation;
  private final Endpoints endpoints;
  private final Faults faults;
  private final Courier courier;
  private final Recorder recorder;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();

  Deliveries(
      Simulation simulation,
      Endpoints endpoints,
      Faults faults,
      Courier courier,
      Recorder recorder) {
    this.simulation = simulation;
    this.endpoints = endpoints;
    this.faults = faults;
    this.courier = courier;
    this.recorder = recorder;
    simulation.timers().on(RETRY, this::send);
  }

  /** Sends what a stop or crash left unsent. */
  void resume() {
    pending().forEach(delivery -> send(Json.requiredText(delivery, "id")));
  }

  /** Lets the event go to each endpoint that wants it; how many. */
  int dispatch(JsonObject event, List<String> wanting) {
    for (String endpoint : wanting) {
      enqueue(event, endpoint);
    }
    return wanting.size();
  }

  private void enqueue(JsonObject event, String endpoint) {
    String type = Json.requiredText(event, "type");
    if (faults.ofEvent(FaultKind.WEBHOOK_DROP, type).isPresent()) {
      keep(event, endpoint, "dropped", Twist.NONE);
      return;
    }
    Optional<Fault> delay = faults.ofEvent(FaultKind.WEBHOOK_DELAY, type);
    Twist twist =
        new Twist(
            faults.ofEvent(FaultKind.WEBHOOK_ALTER, type).map(Fault::lies).orElse(TRUTH),
            faults.ofEvent(FaultKind.WEBHOOK_SKEW, type).map(Fault::skewSeconds).orElse(0L));
    String first = keep(event, endpoint, "pending", twist);
    if (delay.isPresent()) {
      simulation
          .timers()
          .schedule(simulation.clock().now().plus(delay.get().delay()), RETRY, first);
    } else {
      send(first);
    }
    if (faults.ofEvent(FaultKind.WEBHOOK_DUPLICATE, type).isPresent()) {
      send(keep(event, endpoint, "pending", twist));
    }
  }

  /**
   * What is not as it happened.
   *
   * @param lies by dotted path
   * @param skew seconds that the time of the signature is off
   */
  private record Twist(JsonObject lies, long skew) {
    static final Twist NONE = new Twist(TRUTH, 0);
  }

  private String keep(JsonObject event, String endpoint, String state, Twist twist) {
    String id = simulation.ids().next("sim_delivery_");
    simulation
        .store()
        .put(
            "sim",
            Draft.object()
                .set("id", id)
                .set("object", TYPE)
                .set("event", Json.requiredText(event, "id"))
                .set("type", Json.requiredText(event, "type"))
                .set("endpoint", endpoint)
                .set("state", state)
                .set("lies", twist.lies())
                .set("skew", twist.skew())
                .set("attempts", 0)
                .set("last_status", null)
                .set("created", simulation.clock().now().toEpochMilli())
                .json());
    return id;
  }

  private void send(String id) {
    simulation.afterCommit(() -> courier.run(() -> attempt(id)));
  }

  private void attempt(String id) {
    if (!underway.add(id)) {
      return;
    }
    try {
      Optional<Courier.Letter> letter = simulation.atomically(() -> letter(id));
      letter.ifPresent(
          ready -> {
            int status = courier.post(ready);
            simulation.atomically(() -> record(id, status));
          });
    } finally {
      underway.remove(id);
    }
  }

  /** Empty if there is nothing to send any more, or the world went back to before it. */
  private Optional<Courier.Letter> letter(String id) {
    return simulation.store().find(id).flatMap(this::written);
  }

  private Optional<Courier.Letter> written(JsonObject delivery) {
    String endpoint = Json.requiredText(delivery, "endpoint");
    Optional<JsonObject> to = simulation.store().find(endpoint);
    if (!"pending".equals(Json.text(delivery, "state")) || to.isEmpty()) {
      return Optional.empty();
    }
    JsonObject event = simulation.store().get(Json.requiredText(delivery, "event"));
    JsonObject told = EventShape.payload(event);
    JsonObject lies = Json.child(delivery, "lies");
    if (lies.isEmpty()) {
      recorder.sent(Json.write(told));
    }
    String payload = Json.write(Alteration.of(told, lies));
    long seconds = simulation.clock().realSeconds() + Json.number(delivery, "skew");
    String signature = Signature.header(payload, endpoints.secrets(endpoint), seconds);
    return Optional.of(new Courier.Letter(endpoint, Endpoints.url(to.get()), payload, signature));
  }

  private boolean record(String id, int status) {
    simulation.store().find(id).ifPresent(delivery -> record(delivery, status));
    return true;
  }

  private void record(JsonObject delivery, int status) {
    long attempts = Json.number(delivery, "attempts") + 1;
    Json.with(delivery, "attempts", attempts, "last_status", status);
    if (status >= 200 && status < 300) {
      delivery.addProperty("state", "delivered");
      oneLessPending(simulation.store().get(Json.requiredText(delivery, "event")));
    } else {
      again(delivery, attempts);
    }
    simulation.store().touch(delivery);
  }

  private void again(JsonObject delivery, long attempts) {
    Instant now = simulation.clock().now();
    Instant end = Instant.ofEpochMilli(Json.number(delivery, "created")).plus(GIVEN_UP_AFTER);
    if (now.isAfter(end)) {
      delivery.addProperty("state", "given_up");
      return;
    }
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts - 1, 12));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    simulation.timers().schedule(now.plus(bounded), RETRY, Json.requiredText(delivery, "id"));
  }

  private void oneLessPending(JsonObject event) {
    if (event.has("pending_webhooks")) {
      event.addProperty(
          "pending_webhooks", Math.max(0, Json.number(event, "pending_webhooks") - 1));
      simulation.store().touch(event);
    }
  }

  private List<JsonObject> pending() {
    return all().filter(delivery -> "pending".equals(Json.text(delivery, "state"))).toList();
  }

  Stream<JsonObject> all() {
    return simulation.store().all(TYPE).map(Store.Stored::object);
  }
}
