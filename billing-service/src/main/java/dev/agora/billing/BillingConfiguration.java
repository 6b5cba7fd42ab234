package dev.agora.billing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Where ids come from, and what the pollers run on. */
@Configuration(proxyBeanMethods = false)
class BillingConfiguration {

  private static final int POLLERS = 8;

  /** Time-ordered, so that ids sort by age. */
  @Bean
  Supplier<UUID> timeOrderedIds() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }

  /** A thread for each poller: one that waits for Stripe must not keep the others waiting. */
  @Bean
  ThreadPoolTaskScheduler taskScheduler() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(POLLERS);
    scheduler.setThreadNamePrefix("poller-");
    return scheduler;
  }
}
