package dev.agora.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** One circuit breaker for each target, so that a dead one costs its callers no waiting. */
@Component
class Breakers {

  private final Map<Target, CircuitBreaker> breakers = new EnumMap<>(Target.class);

  Breakers(UpstreamProperties upstream, MeterRegistry meters) {
    UpstreamProperties.Breaker breaker = upstream.breaker();
    CircuitBreakerRegistry registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(breaker.window())
                .minimumNumberOfCalls(breaker.callsMin())
                .failureRateThreshold(breaker.failurePercent())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(breaker.trialCalls())
                .build());
    for (Target target : Target.values()) {
      breakers.put(target, registry.circuitBreaker(target.audience()));
    }
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
  }

  CircuitBreaker of(Target target) {
    CircuitBreaker breaker = breakers.get(target);
    if (breaker == null) {
      throw new IllegalStateException("no breaker for " + target);
    }
    return breaker;
  }
}
