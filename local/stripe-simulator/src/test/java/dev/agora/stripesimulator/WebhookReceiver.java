package dev.agora.stripesimulator;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint that keeps what it is sent, and refuses as often as told. */
final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  record Received(String payload, String signature) {
    JsonObject json() {
      return Json.read(payload);
    }

    String type() {
      return Json.requiredText(json(), "type");
    }
  }

  WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String signature = exchange.getRequestHeaders().getFirst("Stripe-Signature");
      boolean refuse = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
      if (!refuse) {
        received.add(new Received(payload, signature));
      }
      exchange.sendResponseHeaders(refuse ? 500 : 200, -1);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void refuseNext(int times) {
    refusals.set(times);
  }

  int refusalsLeft() {
    return refusals.get();
  }

  List<Received> received() {
    return received;
  }

  List<String> types() {
    return received.stream().map(Received::type).toList();
  }

  Received first(String type) {
    return all(type).stream().findFirst().orElseThrow();
  }

  List<Received> all(String type) {
    return received.stream().filter(each -> each.type().equals(type)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
