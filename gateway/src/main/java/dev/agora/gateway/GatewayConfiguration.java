package dev.agora.gateway;

import io.github.bucket4j.TimeMeter;
import io.micrometer.common.KeyValues;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/** Where time and request ids come from. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Rates need elapsed time, which no change of the wall clock disturbs. */
  @Bean
  TimeMeter elapsedTime() {
    return TimeMeter.SYSTEM_NANOTIME;
  }

  /**
   * Decides by the trace's id alone: a caller who says that its trace is sampled would have us
   * record all that it does.
   */
  @Bean
  Sampler edgeSampler(Environment environment) {
    return Sampler.traceIdRatioBased(
        environment.getRequiredProperty("management.tracing.sampling.probability", Double.class));
  }

  /** Without the whole address: people type secrets into addresses, and traces would keep them. */
  @Bean
  ServerRequestObservationConvention requestsWithoutAddresses() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
      }
    };
  }

  /** Ids only tell requests apart in logs, so they need not be hard to guess. */
  @Bean
  Supplier<String> requestIds() {
    return () -> {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      HexFormat hex = HexFormat.of();
      return "req_" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    };
  }
}
