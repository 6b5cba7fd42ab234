package dev.agora.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Traces by whatever tracer the service has. */
final class MicrometerTraces implements Traces {

  private final Tracer tracer;
  private final Propagator propagator;

  MicrometerTraces(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  @Override
  public @Nullable String current() {
    TraceContext context = tracer.currentTraceContext().context();
    if (context == null) {
      return null;
    }
    Map<String, String> carrier = new HashMap<>();
    propagator.inject(context, carrier, (_, name, value) -> carrier.put(name, value));
    return carrier.get(MessageHeaders.TRACEPARENT);
  }

  @Override
  public void within(@Nullable String traceparent, String name, Runnable work) {
    if (traceparent == null) {
      work.run();
      return;
    }
    Map<String, String> carrier = Map.of(MessageHeaders.TRACEPARENT, traceparent);
    Span span = propagator.extract(carrier, Map::get).name(name).kind(Span.Kind.CONSUMER).start();
    try (var _ = tracer.withSpan(span)) {
      work.run();
    } catch (RuntimeException failure) {
      span.error(failure);
      throw failure;
    } finally {
      span.end();
    }
  }
}
