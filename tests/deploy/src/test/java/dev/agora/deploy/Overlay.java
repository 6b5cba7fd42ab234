package dev.agora.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An environment's objects, as {@code kubectl kustomize} renders them. */
record Overlay(String name, List<JsonObject> objects) {

  static final String DEV = "dev";
  static final String STAGING = "staging";
  static final String PRODUCTION = "production";

  private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

  /** Each environment, in the order in which a version reaches them. */
  static List<Overlay> every() throws IOException, InterruptedException {
    return List.of(render(DEV), render(STAGING), render(PRODUCTION));
  }

  /** Skips the test that asks, and says why, where there is no kubectl. */
  static Overlay render(String name) throws IOException, InterruptedException {
    Overlay known = RENDERED.get(name);
    if (known != null) {
      return known;
    }
    Path folder = ProjectFolder.find().resolve("deploy/kubernetes/overlays").resolve(name);
    Path rendered = Files.createTempFile("agora-overlay", ".yaml");
    Path errors = Files.createTempFile("agora-overlay", ".log");
    try {
      Process kubectl = start(folder, rendered, errors);
      if (kubectl.waitFor() != 0) {
        throw new AssertionError(name + " does not render: " + Files.readString(errors));
      }
      Overlay overlay =
          new Overlay(name, parse(Files.readString(rendered, StandardCharsets.UTF_8)));
      RENDERED.put(name, overlay);
      return overlay;
    } finally {
      Files.delete(rendered);
      Files.delete(errors);
    }
  }

  private static Process start(Path folder, Path out, Path errors) {
    ProcessBuilder command = new ProcessBuilder("kubectl", "kustomize", folder.toString());
    try {
      return command.redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      return abort("no kubectl, so nothing was rendered: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return name;
  }

  static List<JsonObject> parse(String text) {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Gson gson = new Gson();
    List<JsonObject> objects = new ArrayList<>();
    for (Object document : yaml.loadAll(text)) {
      objects.add(gson.toJsonTree(document).getAsJsonObject());
    }
    return objects;
  }

  Stream<JsonObject> all(String kind) {
    return objects.stream().filter(object -> kindOf(object).equals(kind));
  }

  static String kindOf(JsonObject object) {
    return object.get("kind").getAsString();
  }

  static String nameOf(JsonObject object) {
    return object.getAsJsonObject("metadata").get("name").getAsString();
  }

  /** Everything of ours that runs: Deployments, Jobs and CronJobs. */
  List<Workload> workloads() {
    return objects.stream()
        .filter(object -> List.of("Deployment", "Job", "CronJob").contains(kindOf(object)))
        .map(Workload::of)
        .toList();
  }

  /** What runs without end. */
  List<Workload> services() {
    return workloads().stream().filter(Workload::isService).toList();
  }

  /** What the environment's own ConfigMap says. */
  Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    all("ConfigMap")
        .filter(map -> nameOf(map).startsWith("agora-"))
        .flatMap(map -> map.getAsJsonObject("data").entrySet().stream())
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue().getAsString()));
    return settings;
  }

  /** A value deep in an object, or nothing where some part of the path is missing. */
  static Optional<JsonElement> at(JsonElement object, String... path) {
    Optional<JsonElement> found = Optional.of(object);
    for (String step : path) {
      found = found.map(element -> element.getAsJsonObject().get(step));
    }
    return found;
  }

  /** A value deep in an object that has to be there. */
  static JsonElement require(JsonElement object, String... path) {
    return at(object, path)
        .orElseThrow(() -> new AssertionError("no " + String.join(".", path) + " in " + object));
  }

  /** The elements of an array deep in an object; none where it is missing. */
  static Stream<JsonObject> each(JsonElement object, String... path) {
    return at(object, path).stream()
        .flatMap(array -> array.getAsJsonArray().asList().stream())
        .map(JsonElement::getAsJsonObject);
  }
}
