package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Makes a {@link Call} of what came over the wire. */
final class CallReader {
  private final Simulation simulation;
  private final AtomicLong requests;

  CallReader(Simulation simulation) {
    this.simulation = simulation;
    // From the clock, not from the ids: reading changes nothing, so must not count as a change.
    this.requests = new AtomicLong(simulation.atomically(simulation.clock()::now).toEpochMilli());
  }

  String nextRequestId() {
    String digits = Long.toString(requests.incrementAndGet() * 1_000_003, Character.MAX_RADIX);
    return "req_" + digits.toUpperCase(Locale.ROOT);
  }

  Call read(HttpExchange exchange, Routes.Found found, String requestId) throws IOException {
    String account =
        simulation.atomically(
            () -> Authentication.account(exchange.getRequestHeaders(), simulation.store()));
    String method = exchange.getRequestMethod();
    JsonObject sent = sent(exchange);
    Class<?> rules = found.route().rules();
    return new Call(
        account,
        method,
        exchange.getRequestURI().getPath(),
        found.variables(),
        rules == null ? sent : checked(rules, sent, exchange.getRequestURI().getPath()),
        requestId,
        method.equals("POST") ? exchange.getRequestHeaders().getFirst("Idempotency-Key") : null);
  }

  private static JsonObject checked(Class<?> rules, JsonObject sent, String path) {
    // In the addresses of v2's further pages only, so no parameter class has it.
    JsonElement page = path.startsWith("/v2/") ? sent.remove(Paging.V2_PAGE) : null;
    JsonObject params = ParameterRules.check(rules, sent);
    if (page != null) {
      params.add(Paging.V2_PAGE, page);
    }
    ExpandRules.check(rules, params);
    return params;
  }

  static JsonObject sent(HttpExchange exchange) throws IOException {
    String body = Wire.body(exchange);
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && type.startsWith("application/json") && !body.isBlank()) {
      try {
        return Json.read(body);
      } catch (JsonParseException e) {
        throw StripeFailure.of(400, "invalid_request_error", null, "Invalid JSON in the body.");
      }
    }
    return FormDecoder.decode(body.isEmpty() ? exchange.getRequestURI().getRawQuery() : body);
  }
}
