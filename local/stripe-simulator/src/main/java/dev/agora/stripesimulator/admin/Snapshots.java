package dev.agora.stripesimulator.admin;

import com.google.gson.JsonElement;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.http.Call;
import dev.agora.stripesimulator.http.Routes;
import dev.agora.stripesimulator.http.StripeFailure;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Worlds to go back to: objects, clock, ids, timers, idempotency keys, unsent webhooks and faults.
 * The newest hundred, in memory only. Only inside {@link Simulation#atomically}.
 */
public final class Snapshots {
  private static final int KEPT_MAX = 100;

  private final Simulation simulation;
  private final Faults faults;
  private final Runnable resume;
  private final SequencedMap<String, Kept> kept = new LinkedHashMap<>();
  private int taken;

  private record Kept(Simulation.Snapshot world, Faults.Snapshot faults) {}

  /**
   * The snapshots of a world.
   *
   * @param resume sends again what was unsent in a world that is back
   */
  public Snapshots(Simulation simulation, Faults faults, Runnable resume) {
    this.simulation = simulation;
    this.faults = faults;
    this.resume = resume;
  }

  /** Adds the calls of {@code /_sim/}. */
  public void register(Routes routes) {
    routes
        .unchecked("POST", "/_sim/snapshot", call -> Json.object("id", take()))
        .unchecked("POST", "/_sim/restore", this::restore);
  }

  /** Keeps the world as it is; the name to come back by. */
  public String take() {
    taken++;
    String id = "snapshot_" + taken;
    kept.put(id, new Kept(simulation.snapshot(), faults.snapshot()));
    if (kept.size() > KEPT_MAX) {
      kept.pollFirstEntry();
    }
    return id;
  }

  /**
   * Makes the world what it was; as often as wanted.
   *
   * @param id of {@link #take}; null for the newest one
   * @return the name of the snapshot
   */
  public String restore(@Nullable String id) {
    String name = id == null && !kept.isEmpty() ? kept.lastEntry().getKey() : String.valueOf(id);
    Kept wanted = kept.get(name);
    if (wanted == null) {
      throw StripeFailure.notFound("snapshot", name);
    }
    simulation.restore(wanted.world());
    faults.restore(wanted.faults());
    resume.run();
    return name;
  }

  private JsonElement restore(Call call) {
    return Json.object("id", restore(call.text("id")));
  }
}
