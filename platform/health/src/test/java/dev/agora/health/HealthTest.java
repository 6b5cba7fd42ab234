package dev.agora.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"/200, true", "/204, false", "/404, false", "/503, false"})
  void onlyTwoHundredIsGood(String path, boolean good) {
    assertThat(Health.isGood(server.getAddress().getPort(), path)).isEqualTo(good);
  }

  @Test
  void itWaitsUntilAllIsWellOrTimeIsUp() {
    AtomicInteger asked = new AtomicInteger();
    server.createContext(
        "/starting",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
          exchange.close();
        });
    int port = server.getAddress().getPort();

    assertThat(Health.isGoodWithin(Duration.ofSeconds(30), port, "/starting")).isTrue();
    assertThat(asked).hasValue(3);
    assertThat(Health.isGoodWithin(Duration.ofMillis(300), port, "/503")).isFalse();
  }

  @Test
  void nobodyIsNotGood() {
    int port = server.getAddress().getPort();
    server.stop(0);
    assertThat(Health.isGood(port, "/200")).isFalse();
  }
}
