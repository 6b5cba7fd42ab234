package dev.agora.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP. */
public final class Trader {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final Supplier<String> token;
  private final String id;

  Trader(String url, Supplier<String> token, String id) {
    this.url = url;
    this.token = token;
    this.id = id;
  }

  /** What came back. */
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

    /** The body, once the status is as expected. */
    public JsonNode expect(int expected) {
      assertThat(status).as("%s", body).isEqualTo(expected);
      return body;
    }

    /** Checks that it is a problem of that status and code. */
    public JsonNode expectProblem(int expected, String code) {
      assertThat(body.path("code").asString()).as("%s", body).isEqualTo(code);
      return expect(expected);
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  public String id() {
    return id;
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder().GET(), path, null);
  }

  public Answer delete(String path) {
    return send(HttpRequest.newBuilder().DELETE(), path, null);
  }

  public Answer post(String path, String body) {
    return post(path, body, null);
  }

  public Answer post(String path, String body, @Nullable String ifMatch) {
    return send(
        HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path, ifMatch);
  }

  public Answer patch(String path, String body, @Nullable String ifMatch) {
    return send(
        HttpRequest.newBuilder().method("PATCH", HttpRequest.BodyPublishers.ofString(body)),
        path,
        ifMatch);
  }

  /** Publishes a listing at a price; {@code more} is further JSON members, each with a comma. */
  public String publish(String title, String price, String more) {
    return publish(title, price, "PER_PROBLEM", more);
  }

  /** Publishes a listing that is sold by the month. */
  public String publishMonthly(String title, String price) {
    return publish(title, price, "PER_MONTH", "");
  }

  /** Publishes a listing that is sold by the call. */
  public String publishByTheCall(String title, String price) {
    return publish(title, price, "PER_CALL", "");
  }

  private String publish(String title, String price, String unit, String more) {
    return post(
            "/services",
            """
            {"title": "%s", "description": "Described.", "category": "PROBLEM_SOLVING",
             "price": "%s", "unit": "%s", "deliveryTime": "PT24H"%s}
            """
                .formatted(title, price, unit, more))
        .expect(201)
        .get("id")
        .asString();
  }

  public Answer buy(String service) {
    return buy(service, "", UUID.randomUUID().toString());
  }

  public Answer buy(String service, String more, String key) {
    return pay("/purchase-service", "{\"service\": \"%s\"%s}".formatted(service, more), key);
  }

  public Answer subscribe(String service) {
    return subscribe(service, "", UUID.randomUUID().toString());
  }

  public Answer subscribe(String service, String more, String key) {
    return pay("/subscriptions", "{\"service\": \"%s\"%s}".formatted(service, more), key);
  }

  /** Posts what moves money. */
  public Answer pay(String path, String body, String key) {
    return send(
        HttpRequest.newBuilder()
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        path,
        null);
  }

  /** Acts on an order. */
  public Answer act(String order, String action, String body) {
    return post("/orders/" + order + "/" + action, body);
  }

  public JsonNode order(String order) {
    return get("/orders/" + order).expect(200);
  }

  private Answer send(HttpRequest.Builder request, String path, @Nullable String ifMatch) {
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    HttpRequest ready =
        request
            .uri(URI.create(url + "/api/v1/marketplace" + path))
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .build();
    try {
      HttpResponse<String> response = HTTP.send(ready, HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      return new Answer(
          response.statusCode(), JSON.readTree(body.isEmpty() ? "null" : body), response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
