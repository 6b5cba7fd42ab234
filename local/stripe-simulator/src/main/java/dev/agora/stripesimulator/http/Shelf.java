package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of one type as calls find them: one by its id, or a page of them. */
public final class Shelf {
  private final Store store;
  private final String type;
  private final String name;
  private final @Nullable String owner;

  private Shelf(Simulation simulation, String type, String name, @Nullable String owner) {
    this.store = simulation.store();
    this.type = type;
    this.name = name;
    this.owner = owner;
  }

  /**
   * A shelf on which each account sees its own objects only.
   *
   * @param name of one of them in an error for people
   */
  public static Shelf of(Simulation simulation, String type, String name) {
    return new Shelf(simulation, type, name, null);
  }

  /** A shelf of things that are the platform's, whoever the call is about. */
  public static Shelf ofPlatform(Simulation simulation, String type, String name) {
    return new Shelf(simulation, type, name, Simulation.PLATFORM);
  }

  /** What the path's first variable names; 404 where that is not there. */
  public JsonObject existing(Call call) {
    String id = call.variable(0);
    return store.find(account(call), type, id).orElseThrow(() -> StripeFailure.notFound(name, id));
  }

  /** What the value of a parameter names; 400 where that is not there. */
  public JsonObject named(Call call, String id, String param) {
    return store
        .find(account(call), type, id)
        .orElseThrow(() -> StripeFailure.unknown(name, id, param));
  }

  /** All of them, newest first. */
  public Stream<JsonObject> all(Call call) {
    return store.newestFirst(account(call), type);
  }

  /**
   * The page that the call asks for.
   *
   * @param filters as {@link Paging#page} takes them
   */
  public JsonObject page(Call call, String... filters) {
    return Paging.page(call, all(call), filters);
  }

  private String account(Call call) {
    return owner == null ? call.account() : owner;
  }
}
