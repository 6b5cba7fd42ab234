package dev.agora.billing.kafka;

import dev.agora.agents.Agents;
import dev.agora.billing.card.RemoveCard;
import dev.agora.billing.purchase.Buyers;
import dev.agora.billing.purchase.CardRefunds;
import dev.agora.billing.reconciliation.BookMovements;
import dev.agora.billing.topup.Balances;
import dev.agora.messaging.inbox.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What billing listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers accountsEvents(Agents agents, Buyers buyers, RemoveCard removeCard) {
    return AccountsEvents.handlers(agents, buyers, removeCard);
  }

  @Bean
  MessageHandlers ledgerEvents(Balances balances, BookMovements bookMovements) {
    return LedgerEvents.handlers(balances, bookMovements);
  }

  @Bean
  MessageHandlers refundCommands(CardRefunds refunds) {
    return RefundCommands.handlers(refunds);
  }
}
