package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Parts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway that is told to stop. */
class DrainIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void whatHasBegunIsAnsweredAndNothingNewIsTaken() {
    try (StubService stub = StubService.start();
        ConfigurableApplicationContext gateway = start(stub)) {
      int port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      stub.hang();
      CompletableFuture<HttpResponse<String>> begun = ask(port);
      await().until(() -> stub.count() == 1);

      CompletableFuture<Void> stopping = CompletableFuture.runAsync(gateway::close);
      await().until(() -> !listens(port));
      assertThat(begun).isNotDone();
      assertThat(stopping).isNotDone();
      stub.answerAgain();

      assertThat(begun.join().statusCode()).isEqualTo(200);
      stopping.join();
      assertThat(stub.count()).isEqualTo(1);
    }
  }

  private static ConfigurableApplicationContext start(StubService stub) {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .run(
            "--server.port=0",
            "--management.server.port=0",
            "--AGORA_KAFKA=" + Parts.kafka(),
            "--AGORA_CREDENTIAL_PEPPER=" + CredentialTopic.PEPPER,
            "--AGORA_BILLING_URL=" + stub.url());
  }

  private static CompletableFuture<HttpResponse<String>> ask(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/billing/packages"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(20))
            .build();
    return CLIENT.sendAsync(request, BodyHandlers.ofString());
  }

  private static boolean listens(int port) {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return caller.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
