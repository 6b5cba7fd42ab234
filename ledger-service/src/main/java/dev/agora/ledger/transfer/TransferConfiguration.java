package dev.agora.ledger.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where ids of payments come from. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

  @Bean
  TransferIds transferIds() {
    return () -> "trf_" + UuidCreator.getTimeOrderedEpochPlus1().toString().replace("-", "");
  }
}
