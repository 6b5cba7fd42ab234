package dev.agora.accounts.session;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after sessions. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  PeriodicJob idleSessionsJob(EndIdleSessions idleSessions, SessionProperties properties) {
    return new PeriodicJob(
        "idle-sessions", properties.sweepEvery(), Phases.SWEEPER, idleSessions::endAll);
  }
}
