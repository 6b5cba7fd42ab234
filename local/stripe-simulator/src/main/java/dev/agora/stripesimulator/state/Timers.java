package dev.agora.stripesimulator.state;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What will happen by itself when the simulated clock gets there; it survives a restart. */
public final class Timers {
  private static final String TYPE = "sim.timer";

  private final Store store;
  private final SimulatedClock clock;
  private final Ids ids;
  private final Map<String, Consumer<String>> actions = new HashMap<>();
  private final PriorityQueue<Timer> waiting =
      new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::id));

  private record Timer(Instant due, String id, String action, String target) {}

  Timers(Store store, SimulatedClock clock, Ids ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    reload();
  }

  /** Waits for what the store says. */
  void reload() {
    waiting.clear();
    store.all(TYPE).forEach(stored -> waiting.add(timer(stored.object())));
  }

  /** Says what an action does with its target when its time comes. */
  public void on(String action, Consumer<String> effect) {
    actions.put(action, effect);
  }

  /** Lets the action happen to the target at that instant, or at once when it has passed. */
  public void schedule(Instant due, String action, String target) {
    JsonObject kept =
        Draft.object()
            .set("id", ids.next("sim_timer_"))
            .set("object", TYPE)
            .set("due", due.toEpochMilli())
            .set("action", action)
            .set("target", target)
            .json();
    store.put("sim", kept);
    waiting.add(timer(kept));
  }

  boolean anyDue() {
    Timer next = waiting.peek();
    return next != null && !next.due().isAfter(clock.now());
  }

  void runDue() {
    while (anyDue()) {
      Timer timer = waiting.remove();
      store.remove(timer.id());
      Consumer<String> effect = actions.get(timer.action());
      if (effect != null) {
        effect.accept(timer.target());
      }
    }
  }

  private static Timer timer(JsonObject kept) {
    return new Timer(
        Instant.ofEpochMilli(Json.number(kept, "due")),
        Json.requiredText(kept, "id"),
        Json.requiredText(kept, "action"),
        Json.requiredText(kept, "target"));
  }
}
