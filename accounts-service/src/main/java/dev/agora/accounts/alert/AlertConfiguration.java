package dev.agora.accounts.alert;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls webhooks, and forgets what was told long ago. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);
  private static final int FORGOTTEN_AT_ONCE = 1000;

  @Bean
  PeriodicJob webhookJob(CallWebhooks callWebhooks, AlertProperties properties) {
    return new PeriodicJob(
        "webhooks", properties.sendEvery(), Phases.SWEEPER, callWebhooks::callDue);
  }

  @Bean
  PeriodicJob oldAlertsJob(JdbcAlerts alerts, AlertProperties properties, Clock clock) {
    return new PeriodicJob(
        "old-alerts",
        FORGET_EVERY,
        Phases.SWEEPER,
        () -> alerts.forgetBefore(clock.instant().minus(properties.keptFor()), FORGOTTEN_AT_ONCE));
  }
}
