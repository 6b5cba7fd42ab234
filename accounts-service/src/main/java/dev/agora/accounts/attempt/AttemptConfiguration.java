package dev.agora.accounts.attempt;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of tries small. */
@Configuration(proxyBeanMethods = false)
class AttemptConfiguration {

  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

  @Bean
  PeriodicJob attemptJob(JdbcAttempts attempts) {
    return new PeriodicJob("attempts", FORGET_EVERY, Phases.SWEEPER, attempts::forget);
  }
}
