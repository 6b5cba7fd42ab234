package dev.agora.deploy;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml says. */
record Compose(JsonObject file) {
  static Compose read() {
    Object read =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Modules.read(Modules.root().resolve("docker-compose.yml")));
    return new Compose(
        new GsonBuilder().serializeNulls().create().toJsonTree(read).getAsJsonObject());
  }

  Set<String> names() {
    return file.getAsJsonObject("services").keySet();
  }

  JsonObject service(String name) {
    return Overlay.require(file, "services", name).getAsJsonObject();
  }

  Stream<JsonObject> services() {
    return names().stream().map(this::service);
  }

  /** The variables of a service, as they are written, with what is to be filled in. */
  Map<String, String> environment(String name) {
    Map<String, String> variables = new TreeMap<>();
    for (Map.Entry<String, JsonElement> variable :
        Overlay.require(service(name), "environment").getAsJsonObject().entrySet()) {
      variables.put(variable.getKey(), variable.getValue().getAsString());
    }
    return variables;
  }
}
