package dev.agora.gateway;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/**
 * Connections to services end while their replica still takes requests: one that stops is left in
 * time, and a new one gets its share.
 */
class ConnectionLifeIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void requestsMoveToNewConnections() {
    try (StubService stub = StubService.start();
        StartedGateway gateway =
            StartedGateway.before(stub, "--agora.gateway.upstream.life-max=300ms")) {
      await()
          .until(
              () -> {
                CLIENT.send(gateway.packages().build(), BodyHandlers.discarding());
                return stub.connections() > 3;
              });
    }
  }
}
