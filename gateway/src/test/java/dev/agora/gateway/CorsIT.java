package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.support.Parts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Pages of other origins read nothing here, unless somebody has configured theirs. */
class CorsIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ALLOWED = "https://app.example";
  private static final String SETTING =
      "--spring.cloud.gateway.server.webflux.globalcors.cors-configurations.[/api/**].";

  @Test
  void nobodyElsesPageMayCallUnlessItIsConfigured() throws Exception {
    try (StubService stub = StubService.start();
        ConfigurableApplicationContext closed = start(stub);
        ConfigurableApplicationContext open =
            start(stub, SETTING + "allowed-origins=" + ALLOWED, SETTING + "allowed-methods=GET")) {
      assertThat(allowedOrigin(preflight(closed, ALLOWED))).isEmpty();
      assertThat(allowedOrigin(get(closed, ALLOWED))).isEmpty();
      assertThat(allowedOrigin(preflight(open, ALLOWED))).isEqualTo(ALLOWED);
      assertThat(allowedOrigin(get(open, ALLOWED))).isEqualTo(ALLOWED);
      HttpResponse<String> stranger = preflight(open, "https://evil.example");
      assertThat(stranger.statusCode()).isEqualTo(403);
      assertThat(allowedOrigin(stranger)).isEmpty();
    }
  }

  private static ConfigurableApplicationContext start(StubService stub, String... settings) {
    SpringApplicationBuilder gateway =
        new SpringApplicationBuilder(GatewayApplication.class)
            .properties(
                "AGORA_KAFKA=" + Parts.kafka(),
                "AGORA_CREDENTIAL_PEPPER=" + CredentialTopic.PEPPER,
                "AGORA_BILLING_URL=" + stub.url());
    String[] arguments = new String[settings.length + 2];
    arguments[0] = "--server.port=0";
    arguments[1] = "--management.server.port=0";
    System.arraycopy(settings, 0, arguments, 2, settings.length);
    return gateway.run(arguments);
  }

  private static HttpResponse<String> preflight(
      ConfigurableApplicationContext gateway, String origin)
      throws IOException, InterruptedException {
    return send(
        request(gateway, origin)
            .header("Access-Control-Request-Method", "GET")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext gateway, String origin)
      throws IOException, InterruptedException {
    return send(request(gateway, origin));
  }

  private static HttpRequest.Builder request(
      ConfigurableApplicationContext gateway, String origin) {
    String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port + "/api/v1/billing/packages"))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(20))
        .header("Origin", origin);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String allowedOrigin(HttpResponse<String> answer) {
    return answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
  }
}
