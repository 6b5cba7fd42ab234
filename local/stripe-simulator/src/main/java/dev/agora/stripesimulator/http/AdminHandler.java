package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.agora.stripesimulator.state.Simulation;
import java.io.IOException;

/** The simulator's own calls: no key, no idempotency, no faults. */
final class AdminHandler implements HttpHandler {
  private final Simulation simulation;
  private final Routes routes;

  AdminHandler(Simulation simulation, Routes routes) {
    this.simulation = simulation;
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (StripeFailure failure) {
        answer = Answer.json(failure.status(), failure.body("req_admin"));
      }
      Wire.send(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    JsonObject sent = CallReader.sent(exchange);
    Routes.Found found =
        routes
            .find(method, path)
            .orElseThrow(
                () ->
                    StripeFailure.of(404, "invalid_request_error", null, "No such call: " + path));
    Call call =
        new Call(Simulation.PLATFORM, method, path, found.variables(), sent, "req_admin", null);
    return simulation.atomically(() -> Answer.json(200, found.route().handler().handle(call)));
  }
}
