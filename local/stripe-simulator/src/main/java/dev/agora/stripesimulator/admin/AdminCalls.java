package dev.agora.stripesimulator.admin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The calls about the world as a whole: health, clock, faults, objects. */
public final class AdminCalls {
  private final Simulation simulation;
  private final Faults faults;

  /** The calls for a world. */
  public AdminCalls(Simulation simulation, Faults faults) {
    this.simulation = simulation;
    this.faults = faults;
  }

  /** Adds the calls. */
  public void register(Routes routes) {
    routes
        .unchecked("GET", "/_sim/health", call -> health())
        .unchecked("POST", "/_sim/clock/advance", this::advance)
        .unchecked("POST", "/_sim/faults", this::addFault)
        .unchecked("GET", "/_sim/faults", call -> Json.object("data", faults.list()))
        .unchecked("DELETE", "/_sim/faults", call -> removeFaults(null))
        .unchecked("DELETE", "/_sim/faults/{}", call -> removeFaults(call.variable(0)))
        .unchecked("GET", "/_sim/objects", this::objects);
  }

  private JsonObject health() {
    return Json.object("status", "up", "time", simulation.clock().now().toString());
  }

  private JsonElement advance(Call call) {
    String duration = call.text("duration");
    try {
      simulation
          .clock()
          .advance(
              duration == null
                  ? Duration.ofSeconds(call.requiredNumber("seconds"))
                  : Duration.parse(duration));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "duration", "seconds, or an ISO duration such as PT1H");
    }
    simulation.runDue();
    return health();
  }

  private JsonElement addFault(Call call) {
    try {
      return faults.add(call.required("kind"), call.params());
    } catch (IllegalArgumentException e) {
      throw StripeFailure.parameter(
          "parameter_invalid_string", "kind", "No such kind of fault: " + call.text("kind"));
    }
  }

  private JsonElement removeFaults(@Nullable String id) {
    faults.remove(id);
    return Json.object("data", faults.list());
  }

  private JsonElement objects(Call call) {
    String type = call.text("type");
    if (type == null) {
      JsonObject counts = new JsonObject();
      simulation.store().counts().forEach(counts::addProperty);
      return Json.object("counts", counts);
    }
    return Json.object(
        "data",
        simulation
            .store()
            .all(type)
            .map(each -> Json.object("account", each.account(), "object", each.object().deepCopy()))
            .toList());
  }
}
