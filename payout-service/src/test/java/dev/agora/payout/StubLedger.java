package dev.agora.payout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The ledger as a quote meets it: answers what it is told to, or nothing at all. */
final class StubLedger {

  /** A request, as far as it matters. */
  record Asked(String uri, @Nullable String authorization) {}

  private final HttpServer server;
  private volatile int status;
  private volatile String body = "";
  private volatile CountDownLatch answering = new CountDownLatch(0);
  private volatile @Nullable Asked last;

  private StubLedger(HttpServer server) {
    this.server = server;
  }

  static StubLedger start() {
    try {
      StubLedger stub =
          new StubLedger(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      stub.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      stub.server.createContext("/", stub::answer);
      stub.server.start();
      return stub;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(int newStatus, String newBody) {
    answering.countDown();
    this.status = newStatus;
    this.body = newBody;
    this.last = null;
  }

  /** Reads requests from now on and answers none before it is told what. */
  void hangs() {
    answering = new CountDownLatch(1);
  }

  @Nullable Asked last() {
    return last;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      last =
          new Asked(
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization"));
      answering.await();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
