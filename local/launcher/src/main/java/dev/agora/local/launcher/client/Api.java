package dev.agora.local.launcher.client;

import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.RandomText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public API, as any program could be one. */
public final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final URI base;
  private final String bearer;

  private Api(URI base, String bearer) {
    this.base = base;
    this.bearer = bearer;
  }

  /** A caller nobody knows. */
  public static Api at(URI base) {
    return new Api(base, "");
  }

  /** The caller with this session token or API key. */
  public Api as(String token) {
    return new Api(base, token);
  }

  /** The session token or API key of this caller, for other clients; empty for nobody. */
  public String bearer() {
    return bearer;
  }

  /** Reads. */
  public Answer get(String path) {
    return send("GET", path, HttpRequest.newBuilder().GET());
  }

  /** Writes, with an idempotency key of its own. */
  public Answer post(String path, Map<String, ?> body) {
    return post(path, body, RandomText.hex(16));
  }

  /** Writes with this idempotency key. */
  public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send("POST", path, request);
  }

  /** Replaces what is there. */
  public Answer put(String path, Map<String, ?> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send("PUT", path, request);
  }

  /** Removes what is there. */
  public Answer delete(String path) {
    return send("DELETE", path, HttpRequest.newBuilder().DELETE());
  }

  /** Posts text as it is, with one header more. */
  public Answer postRaw(String path, String body, String header, String value) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send("POST", path, request);
  }

  /**
   * Sends it, again and again while a part says that it is not there and nothing was done: in its
   * first seconds on a loaded machine a JVM takes longer than the gateway waits.
   */
  private Answer send(String method, String path, HttpRequest.Builder builder) {
    builder.uri(base.resolve(path)).timeout(PATIENCE);
    if (!bearer.isEmpty()) {
      builder.header("Authorization", "Bearer " + bearer);
    }
    HttpRequest request = builder.build();
    return Poll.until(
        () -> sendOnce(method + " " + path, request),
        answer -> answer.status() != 503 || !answer.body().at("/retryable").asBoolean(false));
  }

  private static Answer sendOnce(String question, HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
      boolean replayed = response.headers().firstValue("Idempotent-Replayed").isPresent();
      return new Answer(question, response.statusCode(), json(response), replayed);
    } catch (IOException e) {
      throw new LauncherException(question + " got no answer from " + request.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted while waiting for " + question + ".", e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") && !response.body().isEmpty()
        ? JSON.readTree(response.body())
        : JSON.createObjectNode().put("text", response.body());
  }
}
