package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import dev.agora.stripesimulator.state.Json;
import java.util.Map;

/** What goes back over the wire. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {
  static Answer json(int status, JsonElement body) {
    return new Answer(status, "application/json", Json.write(body), Map.of());
  }

  static Answer html(int status, String body) {
    return new Answer(status, "text/html; charset=utf-8", body, Map.of());
  }

  Answer withHeaders(Map<String, String> more) {
    return new Answer(status, contentType, body, more);
  }

  Answer withBody(String other) {
    return new Answer(status, contentType, other, headers);
  }

  boolean succeeded() {
    return status < 300;
  }
}
