package dev.agora.marketplace.kafka;

import dev.agora.agents.AgentChanged;
import dev.agora.agents.Agents;
import dev.agora.messaging.inbox.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the market listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers accountsEvents(Agents agents) {
    return MessageHandlers.on("accounts.events.v1", "marketplace")
        .event(
            "accounts.agent-changed",
            AgentChanged.class,
            (changed, context) -> agents.learn(changed.toAgent()))
        .build();
  }
}
