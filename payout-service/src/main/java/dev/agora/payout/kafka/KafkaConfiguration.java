package dev.agora.payout.kafka;

import dev.agora.agents.Agents;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.payout.destination.People;
import dev.agora.payout.risk.KnownPayers;
import dev.agora.payout.transfer.SendTransfer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What payout listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers accountsEvents(Agents agents, People people) {
    return AccountsEvents.handlers(agents, people);
  }

  @Bean
  MessageHandlers billingEvents(KnownPayers payers) {
    return BillingEvents.handlers(payers);
  }

  @Bean
  MessageHandlers transferCommands(SendTransfer sendTransfer) {
    return TransferCommands.handlers(sendTransfer);
  }
}
