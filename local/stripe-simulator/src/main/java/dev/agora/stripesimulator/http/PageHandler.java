package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.agora.stripesimulator.state.Simulation;
import java.io.IOException;
import java.util.Map;

/** Serves a hosted page to a browser. */
final class PageHandler implements HttpHandler {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer");

  private final Simulation simulation;
  private final Page page;

  PageHandler(Simulation simulation, Page page) {
    this.simulation = simulation;
    this.page = page;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String id = path.substring(path.lastIndexOf('/') + 1);
      boolean form = exchange.getRequestMethod().equals("POST");
      JsonObject fields = form ? FormDecoder.decode(Wire.body(exchange)) : new JsonObject();
      PageAnswer answer =
          simulation.atomically(() -> form ? page.submit(id, fields) : page.show(id));
      switch (answer) {
        case PageAnswer.Html html ->
            Wire.send(exchange, Answer.html(html.status(), html.body()).withHeaders(HEADERS));
        case PageAnswer.Redirect redirect ->
            Wire.send(
                exchange, Answer.html(303, "").withHeaders(Map.of("Location", redirect.address())));
      }
    }
  }
}
