package dev.agora.stripe;

import com.stripe.StripeClient;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.tracing.Tracer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** One immutable client for the process, with breaker, bulkhead and time limit around it. */
@AutoConfiguration
@EnableConfigurationProperties(StripeProperties.class)
class StripeConfiguration {

  private static final String NAME = "stripe";

  @Bean
  StripeClient stripeClient(StripeProperties properties) {
    return StripeClients.of(properties);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService stripeCallThreads() {
    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stripe-", 0).factory());
  }

  @Bean
  CircuitBreakerRegistry stripeBreakers(StripeProperties properties) {
    return CircuitBreakerRegistry.of(
        CircuitBreakerConfig.custom()
            .failureRateThreshold(properties.breakerFailurePercent())
            .slidingWindowSize(properties.breakerWindow())
            .minimumNumberOfCalls(properties.breakerWindow())
            .waitDurationInOpenState(properties.breakerPause())
            .permittedNumberOfCallsInHalfOpenState(3)
            .build());
  }

  @Bean
  BulkheadRegistry stripeBulkheads(StripeProperties properties) {
    return BulkheadRegistry.of(
        BulkheadConfig.custom()
            .maxConcurrentCalls(properties.concurrentCalls())
            .maxWaitDuration(properties.queueTime())
            .build());
  }

  @Bean
  StripeCalls stripeCalls(
      StripeClient client,
      StripeProperties properties,
      CircuitBreakerRegistry stripeBreakers,
      BulkheadRegistry stripeBulkheads,
      ExecutorService stripeCallThreads,
      MeterRegistry meters,
      ObjectProvider<Tracer> tracer) {
    CircuitBreaker breaker = stripeBreakers.circuitBreaker(NAME);
    Bulkhead bulkhead = stripeBulkheads.bulkhead(NAME);
    return new StripeCalls(
        client,
        properties,
        breaker,
        bulkhead,
        stripeCallThreads,
        meters,
        tracer.getIfAvailable(() -> Tracer.NOOP));
  }

  @Bean
  MeterBinder stripeBreakerMetrics(CircuitBreakerRegistry stripeBreakers) {
    return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(stripeBreakers);
  }

  @Bean
  MeterBinder stripeBulkheadMetrics(BulkheadRegistry stripeBulkheads) {
    return TaggedBulkheadMetrics.ofBulkheadRegistry(stripeBulkheads);
  }
}
