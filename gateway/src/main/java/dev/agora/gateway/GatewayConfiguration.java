package dev.agora.gateway;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
