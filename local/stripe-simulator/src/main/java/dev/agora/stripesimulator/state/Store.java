package dev.agora.stripesimulator.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every object of every account by its id, in the order made. Not safe for several threads: {@link
 * Simulation} lets in one at a time. Types that begin with {@code sim.} are the simulator's own.
 */
public final class Store implements AutoCloseable {
  private static final String OWNER = "@";

  private final Map<String, Stored> byId = new HashMap<>();
  private final Map<String, SequencedMap<String, Stored>> byType = new TreeMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final @Nullable Journal journal;

  /** An object and whose it is. */
  public record Stored(String account, JsonObject object) {
    /** The id of the object. */
    public String id() {
      return Json.requiredText(object, "id");
    }

    private Stored copy() {
      return new Stored(account, object.deepCopy());
    }

    private String type() {
      return Json.requiredText(object, "object");
    }
  }

  Store(@Nullable Path folder) {
    journal = folder == null ? null : Journal.open(folder, this::replay, this::snapshot);
  }

  /** Keeps the object, new or changed in place. */
  public JsonObject put(String account, JsonObject object) {
    Stored stored = new Stored(account, object);
    insert(stored);
    changed.add(stored.id());
    return object;
  }

  /** Keeps a change of an object that is already here. */
  public void touch(JsonObject object) {
    put(accountOf(Json.requiredText(object, "id")), object);
  }

  /** Forgets an object; nothing happens when there is none. */
  public void remove(String id) {
    if (erase(id)) {
      changed.add(id);
    }
  }

  /** Any object of any account. */
  public Optional<JsonObject> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(Stored::object);
  }

  /** The object of this id, if it is of this type and this account's. */
  public Optional<JsonObject> find(String account, String type, String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(stored -> stored.account().equals(account) && stored.type().equals(type))
        .map(Stored::object);
  }

  /** An object that must be here, because another one of the simulator's names it. */
  public JsonObject get(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no object " + id));
  }

  /** Whose object this is. */
  public String accountOf(String id) {
    Stored stored = byId.get(id);
    if (stored == null) {
      throw new IllegalStateException("no object " + id);
    }
    return stored.account();
  }

  /** All objects of a type, oldest first. */
  public Stream<Stored> all(String type) {
    return objects(type).values().stream();
  }

  /** The objects of a type and an account, newest first. */
  public Stream<JsonObject> newestFirst(String account, String type) {
    return objects(owned(type, account)).sequencedValues().reversed().stream().map(Stored::object);
  }

  /** How many objects there are of each type. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    types().forEach((type, objects) -> counts.put(type, objects.size()));
    return counts;
  }

  /** A copy of everything, in the order made. */
  List<Stored> copy() {
    return types().values().stream()
        .flatMap(objects -> objects.values().stream())
        .map(Stored::copy)
        .toList();
  }

  /** Becomes what the copy was. */
  void replace(List<Stored> copy) {
    List.copyOf(byId.keySet()).forEach(this::remove);
    for (Stored stored : copy) {
      Stored fresh = stored.copy();
      put(fresh.account(), fresh.object());
    }
  }

  void commit() {
    if (journal != null && !changed.isEmpty()) {
      JsonArray changes = new JsonArray();
      changed.forEach(id -> changes.add(change(id)));
      journal.append(changes);
    }
    changed.clear();
  }

  private JsonObject change(String id) {
    Stored stored = byId.get(id);
    return stored == null
        ? Json.object("removed", id)
        : Json.object("account", stored.account(), "object", stored.object());
  }

  private void replay(JsonElement changes) {
    for (JsonElement change : changes.getAsJsonArray()) {
      String removed = Json.text(change, "removed");
      if (removed == null) {
        insert(new Stored(Json.requiredText(change, "account"), Json.child(change, "object")));
      } else {
        erase(removed);
      }
    }
  }

  private void snapshot(Journal fresh) {
    for (SequencedMap<String, Stored> objects : types().values()) {
      for (Stored stored : objects.values()) {
        fresh.append(Json.array(change(stored.id())));
      }
    }
  }

  private void insert(Stored stored) {
    byId.put(stored.id(), stored);
    objects(stored.type()).put(stored.id(), stored);
    objects(owned(stored.type(), stored.account())).put(stored.id(), stored);
  }

  private boolean erase(String id) {
    Stored stored = byId.remove(id);
    if (stored != null) {
      objects(stored.type()).remove(id);
      objects(owned(stored.type(), stored.account())).remove(id);
    }
    return stored != null;
  }

  private SequencedMap<String, Stored> objects(String type) {
    return byType.computeIfAbsent(type, absent -> new LinkedHashMap<>());
  }

  /** The index of one account's objects, so that a crowd of accounts slows nobody's lists down. */
  private static String owned(String type, String account) {
    return type + OWNER + account;
  }

  private Map<String, SequencedMap<String, Stored>> types() {
    Map<String, SequencedMap<String, Stored>> types = new TreeMap<>(byType);
    types.keySet().removeIf(key -> key.contains(OWNER));
    return types;
  }

  @Override
  public void close() {
    if (journal != null) {
      journal.close();
    }
  }
}
