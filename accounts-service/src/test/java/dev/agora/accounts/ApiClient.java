package dev.agora.accounts;

import dev.agora.support.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as the gateway does, on behalf of whomever. */
record ApiClient(TestGateway gateway, int port) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /** A status with a JSON body, missing if there is none. */
  record Answer(int status, JsonNode body) {

    String text(String pointer) {
      return body.at(pointer).asString();
    }
  }

  Answer anonymous(String method, String path, String body) {
    return send(gateway.anonymousToken("accounts"), method, path, body);
  }

  Answer human(String humanId, String method, String path, String body) {
    return send(gateway.humanToken("accounts", humanId), method, path, body);
  }

  Answer agent(String agentId, String path) {
    return send(gateway.agentToken("accounts", agentId), "GET", path, "");
  }

  Answer send(String token, String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
