package dev.agora.accounts.passkey;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the table of challenges small. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

  @Bean
  PeriodicJob passkeyChallengesJob(JdbcChallenges challenges) {
    return new PeriodicJob(
        "passkey-challenges", FORGET_EVERY, Phases.SWEEPER, challenges::forgetExpired);
  }
}
