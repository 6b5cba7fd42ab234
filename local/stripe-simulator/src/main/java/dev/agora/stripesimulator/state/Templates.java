package dev.agora.stripesimulator.state;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Stripe's objects with every key they always have, before anything is known about them. */
public final class Templates {
  private static final ConcurrentMap<String, JsonObject> LOADED = new ConcurrentHashMap<>();

  private Templates() {}

  /** A fresh object of the type with the given keys and values set. */
  public static JsonObject of(String type, @Nullable Object... keysAndValues) {
    JsonObject template = LOADED.computeIfAbsent(type, Templates::load);
    return Json.with(template.deepCopy(), keysAndValues);
  }

  private static JsonObject load(String type) {
    String file = "/dev/agora/stripesimulator/templates/" + type + ".json";
    try (InputStream in = Templates.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
