package dev.agora.accounts.kafka;

import dev.agora.accounts.agent.FollowStatus;
import dev.agora.messaging.inbox.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What accounts listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers ledgerEvents(FollowStatus statuses) {
    return LedgerEvents.handlers(statuses);
  }
}
