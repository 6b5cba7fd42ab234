package dev.agora.payout;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where ids come from. */
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

  /** Time-ordered, so that ids sort by age. */
  @Bean
  Supplier<UUID> timeOrderedIds() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }
}
