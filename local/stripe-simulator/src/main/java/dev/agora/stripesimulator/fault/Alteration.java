package dev.agora.stripesimulator.fault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.Map;

/** Makes JSON say something else than the truth. */
public final class Alteration {
  private Alteration() {}

  /** A copy with the values at their dotted paths, such as {@code data.object.status}. */
  public static JsonObject of(JsonObject truth, JsonObject values) {
    JsonObject altered = truth.deepCopy();
    for (Map.Entry<String, JsonElement> value : values.entrySet()) {
      set(altered, value.getKey(), value.getValue());
    }
    return altered;
  }

  /** Nothing happens where the way there is not there. */
  private static void set(JsonObject object, String path, JsonElement value) {
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      object.add(path, value);
      return;
    }
    JsonElement parent = Json.at(object, path.substring(0, dot).split("\\.", -1));
    if (parent != null && parent.isJsonObject()) {
      parent.getAsJsonObject().add(path.substring(dot + 1), value);
    }
  }
}
