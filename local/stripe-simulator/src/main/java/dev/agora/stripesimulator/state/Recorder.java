package dev.agora.stripesimulator.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what was answered and sent, each shape once, for the comparison with Stripe's own
 * types. Safe for several threads.
 */
public final class Recorder {
  private static final int SHAPES_MAX = 5_000;
  private static final String WORD = "[a-z][a-z0-9_.]{0,60}";

  private final @Nullable Path file;
  private final Set<String> seen = new HashSet<>();

  /** Writes a file of its own into the folder; nothing without one. */
  public Recorder(@Nullable Path folder) {
    file = folder == null ? null : folder.resolve("traffic-" + UUID.randomUUID() + ".jsonl");
  }

  /** Somebody was answered this. */
  public void answered(String path, String body) {
    if (file != null && body.startsWith("{")) {
      write(file, path, body);
    }
  }

  /** A webhook endpoint was sent this. */
  public void sent(String body) {
    if (file != null) {
      write(file, "webhook", body);
    }
  }

  private synchronized void write(Path into, String path, String body) {
    JsonObject json = Json.read(body);
    if (seen.size() >= SHAPES_MAX || !seen.add(Json.write(shape(json)))) {
      return;
    }
    try {
      Files.createDirectories(into.toAbsolutePath().getParent());
      String line = Json.write(Json.object("path", path, "body", json)) + "\n";
      Files.writeString(into, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys, types and words; not ids, amounts and times. */
  private static JsonElement shape(JsonElement json) {
    if (json.isJsonObject()) {
      JsonObject shape = new JsonObject();
      Map<String, JsonElement> sorted = new TreeMap<>(json.getAsJsonObject().asMap());
      sorted.remove("metadata");
      sorted.forEach((key, value) -> shape.add(key, shape(value)));
      return shape;
    }
    if (json.isJsonArray()) {
      Set<JsonElement> shapes = new HashSet<>();
      json.getAsJsonArray().forEach(each -> shapes.add(shape(each)));
      return Json.array(shapes.toArray());
    }
    if (json.isJsonPrimitive()) {
      JsonPrimitive scalar = json.getAsJsonPrimitive();
      boolean word = scalar.isString() && scalar.getAsString().matches(WORD);
      return word ? scalar : new JsonPrimitive(scalar.isString() ? "text" : "other");
    }
    return json;
  }
}
