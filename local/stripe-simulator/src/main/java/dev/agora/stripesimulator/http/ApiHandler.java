package dev.agora.stripesimulator.http;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.agora.stripesimulator.fault.Alteration;
import dev.agora.stripesimulator.fault.Fault;
import dev.agora.stripesimulator.fault.FaultKind;
import dev.agora.stripesimulator.fault.Faults;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Recorder;
import dev.agora.stripesimulator.state.Simulation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's API: who calls, is it well-formed, was it asked before, does a test want it to fail. */
final class ApiHandler implements HttpHandler {
  private final Simulation simulation;
  private final Routes routes;
  private final Faults faults;
  private final Idempotency idempotency;
  private final Execution execution;
  private final Waiting waiting;
  private final CallReader reader;
  private final Recorder recorder;
  private final Gate gate;

  ApiHandler(
      Simulation simulation,
      Routes routes,
      Expansion expansion,
      Faults faults,
      Waiting waiting,
      Recorder recorder,
      Gate gate) {
    this.simulation = simulation;
    this.routes = routes;
    this.faults = faults;
    this.waiting = waiting;
    this.idempotency = new Idempotency(simulation);
    this.execution = new Execution(simulation, expansion, idempotency);
    this.recorder = recorder;
    this.gate = gate;
    this.reader = new CallReader(simulation);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String requestId = reader.nextRequestId();
    Optional<Fault> fault = Optional.empty();
    Answer answer;
    try (exchange) {
      try {
        Routes.Found found = route(exchange);
        Call call = reader.read(exchange, found, requestId);
        fault = faults.ofRequest(call.method(), call.path(), call.metadata());
        if (strikes(fault, FaultKind.CLOSE_BEFORE)) {
          return;
        }
        refuseAtTheDoor(fault);
        Optional<Answer> tooMany = gate.tooMany(found.route(), requestId);
        answer = tooMany.isPresent() ? tooMany.get() : answer(call, found.route(), fault);
      } catch (StripeFailure failure) {
        answer = Answer.json(failure.status(), failure.body(requestId));
      }
      send(exchange, requestId, answer, fault);
    }
  }

  private Routes.Found route(HttpExchange exchange) {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    // Who is not known learns nothing about the paths.
    simulation.atomically(() -> gate.admit(exchange.getRequestHeaders(), method, path));
    return routes
        .find(method, path)
        .orElseThrow(
            () ->
                StripeFailure.of(
                    404,
                    "invalid_request_error",
                    null,
                    "Unrecognized request URL (%s: %s).".formatted(method, path)));
  }

  private static void refuseAtTheDoor(Optional<Fault> fault) {
    if (strikes(fault, FaultKind.CONFLICT)) {
      throw StripeFailure.of(
          409,
          "invalid_request_error",
          fault.orElseThrow().codeOr("idempotency_key_in_use"),
          "Another request is at this object; a test wished for it.");
    }
    if (strikes(fault, FaultKind.RATE_LIMIT)) {
      throw Gate.rateLimited(fault.orElseThrow().codeOr("rate_limit"));
    }
    if (strikes(fault, FaultKind.ERROR_BEFORE)) {
      throw Execution.serverError();
    }
  }

  private Answer answer(Call call, Route route, Optional<Fault> fault) {
    if (strikes(fault, FaultKind.BAD_GATEWAY)) {
      return Answer.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }
    String key = call.idempotencyKey();
    if (key == null) {
      pauseBefore(fault);
      return execution.run(call, route, fault);
    }
    Optional<Answer> stored = idempotency.begin(call, key);
    if (stored.isPresent()) {
      return stored.get();
    }
    try {
      pauseBefore(fault);
      return execution.run(call, route, fault);
    } finally {
      idempotency.done(call, key);
    }
  }

  private void pauseBefore(Optional<Fault> fault) {
    fault
        .filter(found -> found.kind() == FaultKind.HANG_BEFORE)
        .ifPresent(found -> waiting.pause(found.delay()));
  }

  private void send(HttpExchange exchange, String requestId, Answer answer, Optional<Fault> fault)
      throws IOException {
    if (strikes(fault, FaultKind.CLOSE_AFTER)) {
      return;
    }
    if (strikes(fault, FaultKind.HANG_AFTER)) {
      waiting.pause(fault.orElseThrow().delay());
      return;
    }
    Answer spoiled = spoiled(answer, fault);
    if (fault.isEmpty()) {
      recorder.answered(exchange.getRequestURI().getPath(), answer.body());
    }
    Answer whole = spoiled.withHeaders(headers(exchange, requestId, spoiled, fault));
    if (strikes(fault, FaultKind.TRICKLE)) {
      Wire.trickle(exchange, whole, fault.orElseThrow().delay(), waiting);
    } else {
      Wire.send(exchange, whole);
    }
  }

  private static Answer spoiled(Answer answer, Optional<Fault> fault) {
    if (strikes(fault, FaultKind.TRUNCATE)) {
      return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    }
    if (strikes(fault, FaultKind.LIE) && answer.succeeded()) {
      JsonObject lie = Alteration.of(Json.read(answer.body()), fault.orElseThrow().lies());
      return answer.withBody(Json.write(lie));
    }
    if (strikes(fault, FaultKind.WRONG_OBJECT)) {
      return answer.withBody("{\"id\":\"prod_1\",\"object\":\"product\",\"name\":\"A surprise\"}");
    }
    return answer;
  }

  private static Map<String, String> headers(
      HttpExchange exchange, String requestId, Answer answer, Optional<Fault> fault) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    fault.ifPresent(found -> headers.putAll(found.headers()));
    headers.put("Request-Id", requestId);
    copy(exchange, "Idempotency-Key", headers);
    copy(exchange, "Stripe-Version", headers);
    copy(exchange, "Stripe-Account", headers);
    return headers;
  }

  private static void copy(HttpExchange exchange, String name, Map<String, String> headers) {
    @Nullable String value = exchange.getRequestHeaders().getFirst(name);
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static boolean strikes(Optional<Fault> fault, FaultKind kind) {
    return fault.isPresent() && fault.get().kind() == kind;
  }
}
