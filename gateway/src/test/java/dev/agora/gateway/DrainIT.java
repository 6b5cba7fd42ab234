package dev.agora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A gateway that is told to stop. */
class DrainIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void whatHasBegunIsAnsweredAndNothingNewIsTaken() {
    try (StubService stub = StubService.start();
        StartedGateway gateway = StartedGateway.before(stub)) {
      int port = gateway.port();
      stub.hang();
      CompletableFuture<HttpResponse<String>> begun =
          CLIENT.sendAsync(gateway.packages().build(), BodyHandlers.ofString());
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

  private static boolean listens(int port) {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return caller.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}
