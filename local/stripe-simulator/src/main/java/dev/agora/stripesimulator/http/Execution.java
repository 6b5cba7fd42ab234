package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;
import dev.agora.stripesimulator.fault.Fault;
import dev.agora.stripesimulator.fault.FaultKind;
import dev.agora.stripesimulator.state.Json;
import dev.agora.stripesimulator.state.Simulation;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Runs a handler and keeps its result under the caller's key, both in one change. */
final class Execution {
  private static final System.Logger LOG = System.getLogger(Execution.class.getName());

  private final Simulation simulation;
  private final Expansion expansion;
  private final Idempotency idempotency;

  Execution(Simulation simulation, Expansion expansion, Idempotency idempotency) {
    this.simulation = simulation;
    this.expansion = expansion;
    this.idempotency = idempotency;
  }

  Answer run(Call call, Route route, Optional<Fault> fault) {
    String key = call.idempotencyKey();
    return simulation.atomically(
        new Simulation.Cause(call.requestId(), key),
        () -> {
          Answer answer = result(call, route, fault);
          if (key != null && isKept(answer)) {
            idempotency.store(call, key, answer);
          }
          return answer;
        });
  }

  /** What Stripe says before it begins is not kept. */
  private static boolean isKept(Answer answer) {
    return switch (answer.status()) {
      case 401, 409, 429 -> false;
      default -> true;
    };
  }

  private Answer result(Call call, Route route, Optional<Fault> fault) {
    Optional<FaultKind> kind = fault.map(Fault::kind);
    if (kind.equals(Optional.of(FaultKind.ERROR_DURING))) {
      return failed(serverError(), call);
    }
    if (kind.equals(Optional.of(FaultKind.REFUSE))) {
      return failed(refusal(fault.orElseThrow()), call);
    }
    Answer answer = handled(call, route);
    return kind.equals(Optional.of(FaultKind.ERROR_AFTER)) ? failed(serverError(), call) : answer;
  }

  private Answer handled(Call call, Route route) {
    try {
      JsonElement body = route.handler().handle(call);
      return Answer.json(200, expansion.apply(body, Json.list(call.params(), "expand")));
    } catch (StripeFailure failure) {
      if (!failure.begun()) {
        throw failure;
      }
      return failed(failure, call);
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "The simulator failed at " + call.method() + " " + call.path(), bug);
      return failed(serverError(), call);
    }
  }

  private static Answer failed(StripeFailure failure, Call call) {
    return Answer.json(failure.status(), failure.body(call.requestId()));
  }

  private static StripeFailure refusal(Fault fault) {
    String type = fault.status() == 402 ? "card_error" : "invalid_request_error";
    return StripeFailure.of(fault.status(), type, fault.code(), fault.message());
  }

  static StripeFailure serverError() {
    return StripeFailure.of(
        500, "api_error", null, "An unknown error occurred; a test wished for it.");
  }
}
