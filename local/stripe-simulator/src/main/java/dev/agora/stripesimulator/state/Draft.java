package dev.agora.stripesimulator.state;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Sets the keys of an object one after the other. */
public final class Draft {
  private final JsonObject object;

  private Draft(JsonObject object) {
    this.object = object;
  }

  /** From nothing. */
  public static Draft object() {
    return new Draft(new JsonObject());
  }

  /** From a fresh object of Stripe's of that type, see {@link Templates}. */
  public static Draft template(String type) {
    return new Draft(Templates.of(type));
  }

  /** On an object that is there, which changes. */
  public static Draft on(JsonObject existing) {
    return new Draft(existing);
  }

  /** Sets a key to text, a number, a boolean, JSON, a list of these, or null. */
  public Draft set(String key, @Nullable Object value) {
    Json.with(object, key, value);
    return this;
  }

  /** The object. */
  public JsonObject json() {
    return object;
  }
}
