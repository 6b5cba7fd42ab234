package dev.agora.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.SimulatorOptions;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each shape that stand-ins answered or sent while the build's tests ran. */
record Traffic(List<Said> said) {

  /**
   * One answer or event.
   *
   * @param path of the request; {@code webhook} for an event that was sent
   */
  record Said(String path, JsonObject body) {

    /** The objects in it: itself, or those of a list. */
    Stream<JsonObject> objects() {
      boolean list = "list".equals(Json.text(body, "object")) || body.has("next_page_url");
      return list
          ? Json.list(body, "data").stream().map(JsonElement::getAsJsonObject)
          : Stream.of(body);
    }
  }

  /** What was recorded so far. */
  static Traffic read() throws IOException {
    List<Said> said = new ArrayList<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        JsonObject json = Json.read(line);
        said.add(new Said(Json.requiredText(json, "path"), Json.child(json, "body")));
      }
    }
    return new Traffic(said);
  }

  /** So that the next build compares what it said itself. */
  static void forget() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
  }

  private static List<Path> files() throws IOException {
    Path folder = Path.of(System.getProperty(SimulatorOptions.RECORD, "."));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
