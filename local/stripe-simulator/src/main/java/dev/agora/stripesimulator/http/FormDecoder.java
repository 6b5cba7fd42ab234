package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code a[b][0][c]=text} into a tree of objects; lists are still objects with numbers for
 * keys, because only the schema knows which of the two is meant.
 */
final class FormDecoder {
  private FormDecoder() {}

  static JsonObject decode(@Nullable String form) {
    JsonObject root = new JsonObject();
    if (form == null || form.isEmpty()) {
      return root;
    }
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!key.isEmpty()) {
        put(root, path(decoded(key)), decoded(value));
      }
    }
    return root;
  }

  private static void put(JsonObject root, List<String> path, String value) {
    JsonObject here = root;
    for (String key : path.subList(0, path.size() - 1)) {
      String name = key.isEmpty() ? String.valueOf(here.size()) : key;
      JsonElement next = here.get(name);
      if (next == null || !next.isJsonObject()) {
        next = new JsonObject();
        here.add(name, next);
      }
      here = next.getAsJsonObject();
    }
    String last = path.getLast();
    here.addProperty(last.isEmpty() ? String.valueOf(here.size()) : last, value);
  }

  private static List<String> path(String key) {
    List<String> path = new ArrayList<>();
    int bracket = key.indexOf('[');
    path.add(bracket < 0 ? key : key.substring(0, bracket));
    while (bracket >= 0) {
      int end = key.indexOf(']', bracket);
      if (end < 0) {
        throw invalid(key);
      }
      path.add(key.substring(bracket + 1, end));
      bracket = key.indexOf('[', end);
    }
    return path;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid(text);
    }
  }

  private static StripeFailure invalid(String text) {
    return StripeFailure.of(
        400, "invalid_request_error", null, "Invalid form encoding near '" + text + "'");
  }
}
