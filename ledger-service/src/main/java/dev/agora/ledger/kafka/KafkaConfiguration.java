package dev.agora.ledger.kafka;

import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.analytics.Payers;
import dev.agora.ledger.journal.Postings;
import dev.agora.messaging.inbox.MessageHandlers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers accountsEvents(KnownAgents agents) {
    return AccountsEvents.handlers(agents);
  }

  @Bean
  MessageHandlers ledgerCommands(Postings postings, Payers payers, Clock clock) {
    return LedgerCommands.handlers(postings, payers, clock);
  }
}
