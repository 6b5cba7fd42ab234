package dev.agora.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agora.accounts.ApiClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page on localhost, which browsers call secure. What it asks of {@code /api} is passed on as a
 * test decides.
 */
final class TestPage {

  private static final String HTML = "<!doctype html><title>Agora</title>";

  private final HttpServer server;
  private volatile @Nullable Function<Asked, Answer> api;

  private TestPage(HttpServer server) {
    this.server = server;
  }

  /** What the page asks the API. */
  record Asked(String method, String path, String credential, String body) {}

  static TestPage start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TestPage page = new TestPage(server);
      server.createContext("/", exchange -> answer(exchange, 200, "text/html", HTML));
      server.createContext("/api/", page::passOn);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return page;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Who answers from now on. */
  void answeredBy(Function<Asked, Answer> whom) {
    api = whom;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    Function<Asked, Answer> whom = api;
    if (whom == null) {
      throw new IllegalStateException("nobody answers the page");
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    Answer answer =
        whom.apply(
            new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                authorization == null ? "" : authorization,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    String body = answer.body().isMissingNode() ? "" : answer.body().toString();
    answer(exchange, answer.status(), "application/json", body);
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
