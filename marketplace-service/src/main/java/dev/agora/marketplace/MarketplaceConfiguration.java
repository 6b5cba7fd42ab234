package dev.agora.marketplace;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service's ids come from; its clock is the platform's. */
@Configuration(proxyBeanMethods = false)
class MarketplaceConfiguration {

  @Bean
  Ids ids() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }
}
