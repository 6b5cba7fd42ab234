package dev.agora.stripesimulator.webhook;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.fault.FaultKind;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import org.jspecify.annotations.Nullable;

/** Tells what happened: keeps the event and lets it go to the endpoints that want it. */
public final class Events {
  private final Simulation simulation;
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Faults faults;

  Events(Simulation simulation, Endpoints endpoints, Deliveries deliveries, Faults faults) {
    this.simulation = simulation;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.faults = faults;
  }

  /** Something happened to an object that the store holds, whose account it is told for. */
  public void emit(String type, JsonObject object) {
    emit(type, object, null);
  }

  /** The same, with the values that changed as they were before. */
  public void emit(String type, JsonObject object, @Nullable JsonObject previous) {
    if (faults.ofEvent(FaultKind.EVENT_SUPPRESS, type).isPresent()) {
      return;
    }
    String account = simulation.store().accountOf(Json.requiredText(object, "id"));
    emit(account, type, object, previous);
  }

  /** Something happened to a connected account itself. */
  public void emitAbout(String account, String type, JsonObject object) {
    if (faults.ofEvent(FaultKind.EVENT_SUPPRESS, type).isEmpty()) {
      emit(account, type, object, null);
    }
  }

  private void emit(String account, String type, JsonObject object, @Nullable JsonObject previous) {
    JsonObject event = EventShape.snapshot(simulation, account, type, object, previous);
    simulation.store().put(account, event);
    boolean connect = !account.equals(Simulation.PLATFORM);
    int pending = deliveries.dispatch(event, endpoints.wanting(type, connect));
    event.addProperty("pending_webhooks", pending);
  }

  /** A thin v2 event about a connected account, for the Connect endpoints. */
  public void notify(String type, String account, JsonObject data) {
    if (faults.ofEvent(FaultKind.EVENT_SUPPRESS, type).isPresent()) {
      return;
    }
    JsonObject event = EventShape.thin(simulation, type, EventShape.Related.account(account), data);
    simulation.store().put(Simulation.PLATFORM, event);
    deliveries.dispatch(event, endpoints.wanting(type, true));
  }
}
