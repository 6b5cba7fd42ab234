package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Pages of other origins read nothing here, unless somebody has configured theirs. */
class CorsIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ALLOWED = "https://app.example";
  private static final String SETTING =
      "--spring.cloud.gateway.server.webflux.globalcors.cors-configurations.[/api/**].";

  @Test
  void nobodyElsesPageMayCallUnlessItIsConfigured() throws Exception {
    try (StubService stub = StubService.start();
        StartedGateway closed = StartedGateway.before(stub);
        StartedGateway open =
            StartedGateway.before(
                stub, SETTING + "allowed-origins=" + ALLOWED, SETTING + "allowed-methods=GET")) {
      assertThat(allowedOrigin(preflight(closed, ALLOWED))).isEmpty();
      assertThat(allowedOrigin(get(closed, ALLOWED))).isEmpty();
      assertThat(allowedOrigin(preflight(open, ALLOWED))).isEqualTo(ALLOWED);
      assertThat(allowedOrigin(get(open, ALLOWED))).isEqualTo(ALLOWED);
      HttpResponse<String> stranger = preflight(open, "https://evil.example");
      assertThat(stranger.statusCode()).isEqualTo(403);
      assertThat(allowedOrigin(stranger)).isEmpty();
    }
  }

  private static HttpResponse<String> preflight(StartedGateway gateway, String origin)
      throws IOException, InterruptedException {
    return send(
        gateway
            .packages()
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static HttpResponse<String> get(StartedGateway gateway, String origin)
      throws IOException, InterruptedException {
    return send(gateway.packages().header("Origin", origin));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String allowedOrigin(HttpResponse<String> answer) {
    return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }
}
