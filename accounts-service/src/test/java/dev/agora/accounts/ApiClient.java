package dev.agora.accounts;

import dev.agora.support.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as the gateway does, on behalf of whomever. */
public record ApiClient(TestGateway gateway, int port) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** A status with a JSON body, missing if there is none. */
  public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public String text(String pointer) {
      return body.at(pointer).asString();
    }
  }

  public Answer anonymous(String method, String path, String body) {
    return send(gateway.anonymousToken("accounts"), method, path, body);
  }

  public Answer human(String humanId, String method, String path, String body) {
    return send(gateway.humanToken("accounts", humanId), method, path, body);
  }

  /** A human who showed neither password nor passkey for a while. */
  public Answer stale(String humanId, String method, String path, String body) {
    return stale(humanId, List.of("HUMAN"), method, path, body);
  }

  /** The same of somebody with those roles. */
  public Answer stale(String humanId, List<String> roles, String method, String path, String body) {
    return send(gateway.staleToken("accounts", humanId, roles), method, path, body);
  }

  /** Somebody with those roles. */
  public Answer as(String id, List<String> roles, String method, String path, String body) {
    return send(gateway.token("accounts", id, roles, List.of()), method, path, body);
  }

  public Answer agent(String agentId, String path) {
    return send(gateway.agentToken("accounts", agentId), "GET", path, "");
  }

  /** Somebody without a credential, from that address. */
  public Answer from(String source, String method, String path, String body) {
    return send(gateway.anonymousToken("accounts"), source, method, path, body);
  }

  Answer send(String token, String method, String path, String body) {
    return send(token, "192.0.2.1", method, path, body);
  }

  private static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()), answer.headers());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Answer send(String token, String source, String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("X-Agora-Source", source)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return send(request);
  }
}
