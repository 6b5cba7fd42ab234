package dev.agora.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A service behind the gateway that keeps what it was sent; as accounts it answers look-ups. */
final class StubService implements AutoCloseable {

  private static final String LOOKUPS = "/internal/credentials/";

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Received> reports = new CopyOnWriteArrayList<>();
  private final List<String> lookedUp = new CopyOnWriteArrayList<>();
  private final Map<String, String> credentials = new ConcurrentHashMap<>();

  private volatile CountDownLatch answering = new CountDownLatch(0);

  private StubService(HttpServer server) {
    this.server = server;
  }

  /**
   * One request; header names in lower case.
   *
   * @param from the caller's port, which tells connections apart
   */
  record Received(
      String method, String uri, Map<String, List<String>> headers, String body, int from) {

    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  static StubService start() {
    return startAt(0);
  }

  static StubService startAt(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      StubService stub = new StubService(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", stub::answer);
      server.createContext(LOOKUPS, stub::answerLookUp);
      server.start();
      return stub;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Reads requests from now on and answers none before it is told to. */
  void hang() {
    answering = new CountDownLatch(1);
  }

  void answerAgain() {
    answering.countDown();
  }

  Received last() {
    return received.getLast();
  }

  /** How many connections requests came over. */
  long connections() {
    return received.stream().mapToInt(Received::from).distinct().count();
  }

  int count() {
    return received.size();
  }

  /** What it was told of uses. */
  List<Received> reports() {
    return reports;
  }

  List<String> lookedUp() {
    return lookedUp;
  }

  void knows(String credentialId, String json) {
    credentials.put(credentialId, json);
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(read(exchange));
    try {
      answering.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseHeaders().set("Server", "stub");
    exchange.getResponseHeaders().set("X-Request-Id", "the stub's own");
    exchange
        .getResponseHeaders()
        .put("Set-Cookie", List.of("agora_portal=fresh; Path=/portal", "other=1"));
    send(exchange, 200, "{\"stub\":true}");
  }

  private void answerLookUp(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestURI().getPath().substring(LOOKUPS.length());
    if (id.equals("uses")) {
      reports.add(read(exchange));
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
      return;
    }
    lookedUp.add(id);
    String known = credentials.get(id);
    send(exchange, known == null ? 404 : 200, known == null ? "{}" : known);
  }

  private static Received read(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new ConcurrentHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return new Received(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
        exchange.getRemoteAddress().getPort());
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    try (exchange) {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
