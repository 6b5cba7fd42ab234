package dev.agora.marketplace.subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules with this deployment's times. */
@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

  @Bean
  SubscriptionMachine subscriptionMachine(SubscriptionProperties properties) {
    return new SubscriptionMachine(properties.toTimes());
  }
}
