package dev.agora.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's part in a webhook, for a service that is tested alone: passes it on, with a token
 * of its own. It listens before the service does, so that a sender can be told its address.
 */
public final class WebhookRelay implements AutoCloseable {

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> statuses = new CopyOnWriteArrayList<>();
  private volatile @Nullable URI target;
  private volatile Supplier<String> token = () -> "";

  private WebhookRelay() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::pass);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Starts one on a free port of the loopback interface. */
  public static WebhookRelay start() {
    return new WebhookRelay();
  }

  /** Where senders send. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
  }

  /** Passes on to there from now on; before, webhooks are answered 503 and come again. */
  public void passTo(URI door, Supplier<String> newToken) {
    token = newToken;
    target = door;
  }

  /** What the service answered so far. */
  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI door = target;
      int status = door == null ? 503 : forward(door, exchange, body);
      statuses.add(status);
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private int forward(URI door, HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door)
            .header("Authorization", "Bearer " + token.get())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
    if (signature != null) {
      request.header("Stripe-Signature", signature);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 503;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
