package dev.agora.gateway;

import dev.agora.support.Parts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway of its own before a stub of billing-service, for a test that stops or sets it. */
record StartedGateway(ConfigurableApplicationContext context) implements AutoCloseable {

  /** Starts one, with settings beside those that every test needs. */
  static StartedGateway before(StubService billing, String... settings) {
    List<String> always =
        List.of(
            "--server.port=0",
            "--management.server.port=0",
            "--AGORA_KAFKA=" + Parts.kafka(),
            "--AGORA_CREDENTIAL_PEPPER=" + CredentialTopic.PEPPER,
            "--AGORA_BILLING_URL=" + billing.url());
    return new StartedGateway(
        new SpringApplicationBuilder(GatewayApplication.class)
            .run(Stream.concat(always.stream(), Stream.of(settings)).toArray(String[]::new)));
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** A request that anyone may make and billing-service answers. */
  HttpRequest.Builder packages() {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + port() + "/api/v1/billing/packages"))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(20));
  }

  /** Stops it, gracefully. */
  @Override
  public void close() {
    context.close();
  }
}
