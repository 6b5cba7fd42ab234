package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.stripesimulator.SimulatorOptions;
import dev.agora.stripesimulator.StripeSimulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A Stripe of a test class's own, whose clock it may move; it delivers no event by itself. */
final class OwnStripe {

  /** Nobody listens there, so that every event stays undelivered. */
  private static final String NOBODY = "http://127.0.0.1:9/webhooks";

  private final StripeSimulator simulator =
      StripeSimulator.start(
          SimulatorOptions.defaults().withPlatformEndpoint(NOBODY, Stage.WEBHOOK_SECRET));

  String baseUrl() {
    return simulator.baseUrl();
  }

  void advance(Duration by) {
    call("POST", "/_sim/clock/advance", "{\"duration\": \"" + by + "\"}");
  }

  void fault(String json) {
    call("POST", "/_sim/faults", json);
  }

  void noFaults() {
    call("DELETE", "/_sim/faults", "");
  }

  JsonNode dispute(String purchase) {
    return call("POST", "/_sim/disputes", "{\"charge\": \"" + idOf("charge", purchase) + "\"}");
  }

  void close(JsonNode dispute, String verdict) {
    call(
        "POST",
        "/_sim/disputes/" + dispute.path("id").stringValue() + "/close",
        "{\"status\": \"" + verdict + "\"}");
  }

  /** The objects of a type that name the purchase in their metadata, oldest first. */
  List<JsonNode> objects(String type, String purchase) {
    return all(
        type, one -> purchase.equals(one.path("metadata").path("purchase").stringValue(null)));
  }

  String idOf(String type, String purchase) {
    return objects(type, purchase).stream()
        .filter(one -> !"failed".equals(one.path("status").stringValue("")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(purchase + " has no " + type))
        .path("id")
        .stringValue();
  }

  /** The events of those types about what belongs to the purchase, oldest first. */
  List<JsonNode> events(String purchase, List<String> types) {
    return all(
        "event",
        event ->
            types.contains(event.path("type").stringValue())
                && event.path("data").toString().contains(purchase));
  }

  /** What an object is about: the purchase that it names, or itself, as with disputes. */
  static String subject(JsonNode object) {
    String id = object.path("id").stringValue();
    return object.path("metadata").path("purchase").stringValue(id);
  }

  /** A field of the objects of a type that did not fail, by what they are about. */
  Map<String, String> bySubject(String type, String field) {
    Map<String, String> found = new HashMap<>();
    all(type, one -> !one.path("status").stringValue("").equals("failed"))
        .forEach(one -> found.put(subject(one), one.path(field).stringValue("")));
    return found;
  }

  /** The events of those types, by what they are about and by type. */
  Map<String, Map<String, JsonNode>> eventsBySubject(List<String> types) {
    Map<String, Map<String, JsonNode>> found = new HashMap<>();
    for (JsonNode event : all("event", _ -> true)) {
      String type = event.path("type").stringValue();
      if (types.contains(type)) {
        String about = subject(event.path("data").path("object"));
        found.computeIfAbsent(about, _ -> new HashMap<>()).put(type, event);
      }
    }
    return found;
  }

  List<JsonNode> all(String type, Predicate<JsonNode> wanted) {
    return call("GET", "/_sim/objects?type=" + type, "")
        .path("data")
        .valueStream()
        .map(one -> one.path("object"))
        .filter(wanted)
        .toList();
  }

  JsonNode call(String method, String path, String body) {
    HttpResponse<String> answer =
        Stage.send(
            HttpRequest.newBuilder(URI.create(baseUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return Stage.json(answer);
  }

  /** Delivers an event as Stripe does. */
  static void deliver(JsonNode event, URI door) {
    String payload = event.toString();
    HttpResponse<String> answer =
        Stage.send(
            HttpRequest.newBuilder(door)
                .header("Authorization", "Bearer " + Stage.GATEWAY.anonymousToken("billing"))
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature(payload))
                .POST(HttpRequest.BodyPublishers.ofString(payload))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String signature(String payload) {
    long now = Instant.now().getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] secret = Stage.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] signed = mac.doFinal((now + "." + payload).getBytes(StandardCharsets.UTF_8));
      return "t=" + now + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
