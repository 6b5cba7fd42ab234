package dev.agora.stripesimulator.fault;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A failure that waits for what it matches. */
public final class Fault {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final String id;
  private final FaultKind kind;
  private final JsonObject wanted;
  private int passed;
  private int hits;

  Fault(String id, FaultKind kind, JsonObject wanted) {
    this.id = id;
    this.kind = kind;
    this.wanted = wanted;
  }

  private Fault(Fault other) {
    this(other.id, other.kind, other.wanted);
    passed = other.passed;
    hits = other.hits;
  }

  /** The same with counters of its own. */
  Fault copy() {
    return new Fault(this);
  }

  /** How it fails. */
  public FaultKind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  /** How long to wait, where the kind waits. */
  public Duration delay() {
    return wanted.has("delayMillis") ? Duration.ofMillis(Json.number(wanted, "delayMillis")) : LONG;
  }

  /** The HTTP status of a refusal. */
  public int status() {
    return wanted.has("status") ? (int) Json.number(wanted, "status") : 400;
  }

  /** The error code of a refusal. */
  public String code() {
    return codeOr("balance_insufficient");
  }

  /** What the answer or event says instead of the truth, by dotted path. */
  public JsonObject lies() {
    return Json.child(wanted, "set");
  }

  /** How many seconds the time of a signature is off. */
  public long skewSeconds() {
    return Json.number(wanted, "skewSeconds");
  }

  /** What the answer has for headers beside the usual ones. */
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    Json.child(wanted, "headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
    return headers;
  }

  /** The code of a refusal at the door, where the test named one. */
  public String codeOr(String usual) {
    String code = Json.text(wanted, "code");
    return code == null ? usual : code;
  }

  /** What a refusal tells people. */
  public String message() {
    String message = Json.text(wanted, "message");
    return message == null ? "Refused, as a test wished (" + code() + ")." : message;
  }

  /** Whether it strikes now; counts. */
  boolean strikes(@Nullable String method, String path, JsonObject metadata) {
    if (isUsedUp() || !matches(method, path, metadata)) {
      return false;
    }
    passed++;
    if (passed <= Json.number(wanted, "skip")) {
      return false;
    }
    hits++;
    return true;
  }

  private boolean isUsedUp() {
    long times = wanted.has("times") ? Json.number(wanted, "times") : 1;
    return times > 0 && hits >= times;
  }

  private boolean matches(@Nullable String method, String path, JsonObject metadata) {
    String wantedMethod = Json.text(wanted, "method");
    String wantedPath = Json.text(wanted, "path");
    return (wantedMethod == null || wantedMethod.equals(method))
        && (wantedPath == null || glob(wantedPath).matcher(path).matches())
        && Json.child(wanted, "metadata").entrySet().stream()
            .allMatch(entry -> sameText(entry.getValue(), metadata.get(entry.getKey())));
  }

  private static boolean sameText(JsonElement wanted, @Nullable JsonElement found) {
    return found != null
        && found.isJsonPrimitive()
        && found.getAsString().equals(wanted.getAsString());
  }

  private static Pattern glob(String path) {
    return Pattern.compile("\\Q" + path.replace("*", "\\E.*\\Q") + "\\E");
  }

  JsonObject toJson() {
    return Json.with(wanted.deepCopy(), "id", id, "kind", kind.name(), "hits", hits);
  }
}
