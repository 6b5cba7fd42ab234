package dev.agora.gateway.route;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Makes what a service does a part of the request's trace; without a tracer, of the caller's. */
@Component
class OutgoingTrace {

  private static final String TRACEPARENT = "traceparent";

  private final @Nullable Propagator propagator;

  OutgoingTrace(ObjectProvider<Propagator> propagator) {
    this.propagator = propagator.getIfAvailable();
  }

  /** Names the gateway's own span to the service that the request is passed on to. */
  void follow(ServerWebExchange exchange) {
    Propagator present = propagator;
    if (present == null) {
      return;
    }
    Span span =
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
            .map(context -> context.<TracingContext>get(TracingContext.class))
            .map(TracingContext::getSpan)
            .orElse(null);
    if (span != null) {
      present.inject(
          span.context(),
          exchange,
          (carrier, name, value) -> {
            if (carrier != null && name.equals(TRACEPARENT)) {
              RequestHeaders.trace(carrier, value);
            }
          });
    }
  }
}
