package dev.agora.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.support.TestGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a port of its own, and a client. */
final class Door implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final TestGateway gateway = TestGateway.start();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ConfigurableApplicationContext context;

  Door(Database database) {
    context =
        new SpringApplicationBuilder(DoorApplication.class)
            .run(
                "--server.port=0",
                "--spring.config.import=classpath:agora-service.yml",
                "--spring.application.name=door",
                "--AGORA_DB_URL=" + database.url(),
                "--AGORA_DB_USER=" + database.user(),
                "--AGORA_DB_PASSWORD=" + database.password(),
                "--AGORA_KAFKA=unused",
                "--AGORA_JWKS_URL=" + gateway.jwksUrl());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  String agent(String id) {
    return gateway.agentToken("door", id);
  }

  String human() {
    return gateway.humanToken("door", "hum_1");
  }

  String anonymous() {
    return gateway.anonymousToken("door");
  }

  TestGateway gateway() {
    return gateway;
  }

  /** A request to a path; headers and method are for the test to add. */
  HttpRequest.Builder at(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpResponse<String> get(String path) {
    return send(at(path).header("Authorization", "Bearer " + human()));
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        at(path)
            .header("Authorization", "Bearer " + human())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> pay(String agent, String key, String body) {
    return send(
        at("/payments")
            .header("Authorization", "Bearer " + agent(agent))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static String code(HttpResponse<String> response) {
    return json(response).path("code").asString();
  }

  @Override
  public void close() {
    context.close();
    client.close();
    gateway.close();
  }

  static void assertProblem(HttpResponse<String> response, String code) {
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(code(response)).isEqualTo(code);
    assertThat(json(response).path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(json(response).path("type").asString()).isEqualTo("/docs/problems#" + code);
    assertThat(response.headers().firstValueAsLong("Content-Length")).isPresent();
  }
}
