package dev.agora.accounts.ownership;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets invitations that nobody accepted in time. */
@Configuration(proxyBeanMethods = false)
class OwnershipConfiguration {

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  @Bean
  PeriodicJob invitationsJob(JdbcInvitations invitations, Clock clock) {
    return new PeriodicJob(
        "invitations",
        FORGET_EVERY,
        Phases.SWEEPER,
        () -> invitations.forgetExpired(clock.instant()));
  }
}
