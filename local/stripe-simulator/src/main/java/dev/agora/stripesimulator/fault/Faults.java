package dev.agora.stripesimulator.fault;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The failures that wait, first come first served. Safe for several threads; not kept on disk. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();
  private int made;

  /** Adds a fault as the README describes it; {@link IllegalArgumentException} without a kind. */
  public synchronized JsonObject add(String kind, JsonObject wanted) {
    made++;
    Fault fault = new Fault("fault_" + made, FaultKind.valueOf(kind), wanted);
    waiting.add(fault);
    return fault.toJson();
  }

  /** All faults with their hits. */
  public synchronized List<JsonObject> list() {
    return waiting.stream().map(Fault::toJson).toList();
  }

  /** Forgets one, or all when the id is null. */
  public synchronized void remove(@Nullable String id) {
    waiting.removeIf(fault -> id == null || fault.id().equals(id));
  }

  /** The faults with their counters at one moment. */
  public record Snapshot(List<Fault> waiting) {}

  /** What waits now. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(waiting.stream().map(Fault::copy).toList());
  }

  /** Waits for what waited then. */
  public synchronized void restore(Snapshot earlier) {
    waiting.clear();
    earlier.waiting().forEach(fault -> waiting.add(fault.copy()));
  }

  /** The fault that strikes this request. */
  public Optional<Fault> ofRequest(String method, String path, JsonObject metadata) {
    return first(fault -> fault.kind().isOfRequests(), method, path, metadata);
  }

  /** Whether, and with which fault, this kind strikes an event of this type. */
  public Optional<Fault> ofEvent(FaultKind kind, String type) {
    return first(fault -> fault.kind() == kind, null, type, new JsonObject());
  }

  private synchronized Optional<Fault> first(
      Predicate<Fault> wanted, @Nullable String method, String path, JsonObject metadata) {
    return waiting.stream()
        .filter(wanted)
        .filter(fault -> fault.strikes(method, path, metadata))
        .findFirst();
  }
}
