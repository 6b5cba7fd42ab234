package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Replaces ids by the objects they name, and adds lists that are left out, where asked to. */
public final class Expansion {
  private final Store store;
  private final Map<String, Function<JsonObject, JsonElement>> included = new HashMap<>();

  private final Map<String, UnaryOperator<JsonObject>> views = new HashMap<>();

  /** An expansion out of the store. */
  public Expansion(Store store) {
    this.store = store;
  }

  /** Says how a field that objects of a type leave out is made when it is asked for. */
  public void includes(String type, String field, Function<JsonObject, JsonElement> source) {
    included.put(type + "." + field, source);
  }

  /** Says how objects of a type look when something else shows them. */
  public void shows(String type, UnaryOperator<JsonObject> view) {
    views.put(type, view);
  }

  private JsonObject shown(JsonObject found) {
    UnaryOperator<JsonObject> view = views.get(Json.requiredText(found, "object"));
    return view == null ? found.deepCopy() : view.apply(found);
  }

  JsonElement apply(JsonElement answer, List<JsonElement> paths) {
    JsonElement copy = answer.deepCopy();
    for (JsonElement path : paths) {
      expand(copy, List.of(path.getAsString().split("\\.", -1)), path.getAsString());
    }
    return copy;
  }

  private void expand(JsonElement here, List<String> path, String whole) {
    if (path.isEmpty()) {
      return;
    }
    if (here.isJsonArray()) {
      here.getAsJsonArray().forEach(element -> expand(element, path, whole));
    } else if (here.isJsonObject()) {
      field(here.getAsJsonObject(), path, whole);
    }
  }

  private void field(JsonObject here, List<String> path, String whole) {
    String name = path.getFirst();
    Function<JsonObject, JsonElement> source = included.get(Json.text(here, "object") + "." + name);
    if (source != null) {
      here.add(name, source.apply(here));
    } else if (!here.has(name)) {
      throw StripeFailure.parameter(
          "parameter_invalid_string",
          "expand",
          "This property cannot be expanded (%s).".formatted(whole));
    }
    JsonElement value = here.get(name);
    if (value instanceof JsonPrimitive id && id.isString()) {
      value =
          store
              .find(id.getAsString())
              .<JsonElement>map(this::shown)
              .orElseThrow(
                  () ->
                      StripeFailure.parameter(
                          "parameter_invalid_string",
                          "expand",
                          "This property cannot be expanded (%s).".formatted(whole)));
      here.add(name, value);
    }
    expand(value, path.subList(1, path.size()), whole);
  }
}
