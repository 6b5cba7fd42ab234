package dev.agora.accounts;

import com.github.f4b6a3.uuid.UuidCreator;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where ids and secrets come from. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  /** Ids that sort by the time they were made. */
  @Bean
  Supplier<UUID> newIds() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }

  @Bean
  SecureRandom secrets() {
    return new SecureRandom();
  }
}
