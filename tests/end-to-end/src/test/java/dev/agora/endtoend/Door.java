package dev.agora.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's door for requests of any kind, of which only status and problem code matter. */
final class Door {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<String> LATER = Set.of("too_many_requests", "temporarily_unavailable");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI base;

  Door(URI base) {
    this.base = base;
  }

  /**
   * What came back.
   *
   * @param code of the problem; empty without one
   */
  record Reply(int status, String code, String body) {}

  /** Sends it with an idempotency key of its own; waits where the rate or an outage says so. */
  Reply send(String method, String path, String bearer, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    return Awaitility.await(method + " " + path)
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(() -> once(request.build()), reply -> !LATER.contains(reply.code()));
  }

  private static Reply once(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    boolean problem =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/problem");
    JsonNode body = problem ? JSON.readTree(response.body()) : JSON.createObjectNode();
    return new Reply(response.statusCode(), body.path("code").asString(""), response.body());
  }
}
