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
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An environment's objects, as {@code kubectl kustomize} renders them. */
record Overlay(String name, List<JsonObject> objects) {

  /** Skips the test that asks, and says why, where there is no kubectl. */
  static Overlay render(String name) throws IOException, InterruptedException {
    Path folder = ProjectFolder.find().resolve("deploy/kubernetes/overlays").resolve(name);
    Path rendered = Files.createTempFile("agora-overlay", ".yaml");
    Path errors = Files.createTempFile("agora-overlay", ".log");
    try {
      Process kubectl = start(folder, rendered, errors);
      if (kubectl.waitFor() != 0) {
        throw new AssertionError(name + " does not render: " + Files.readString(errors));
      }
      return new Overlay(name, parse(Files.readString(rendered, StandardCharsets.UTF_8)));
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

  private static List<JsonObject> parse(String text) {
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

  /** The container of a Deployment: each has one. */
  static JsonObject container(JsonObject deployment) {
    return podOf(deployment).getAsJsonArray("containers").get(0).getAsJsonObject();
  }

  static JsonObject podOf(JsonObject deployment) {
    JsonElement spec = deployment.getAsJsonObject("spec").get("template");
    return spec.getAsJsonObject().getAsJsonObject("spec");
  }
}
