package dev.agora.marketplace.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The state machine with this deployment's times. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

  @Bean
  OrderMachine orderMachine(OrderProperties properties) {
    return new OrderMachine(properties.toTimes());
  }
}
