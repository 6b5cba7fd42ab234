package dev.agora.accounts.kafka;

import dev.agora.accounts.agent.FollowStatus;
import dev.agora.accounts.alert.FollowFigures;
import dev.agora.accounts.audit.ActDone;
import dev.agora.accounts.audit.JdbcAuditLog;
import dev.agora.accounts.human.TellOfPayouts;
import dev.agora.messaging.inbox.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What accounts listens to. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  @Bean
  MessageHandlers ledgerEvents(FollowStatus statuses, FollowFigures figures) {
    return LedgerEvents.handlers(statuses, figures);
  }

  @Bean
  MessageHandlers payoutEvents(TellOfPayouts tellOfPayouts) {
    return PayoutEvents.handlers(tellOfPayouts);
  }

  /** What was done elsewhere, for the log that is kept here. */
  @Bean
  MessageHandlers acts(JdbcAuditLog log) {
    return MessageHandlers.on("accounts.acts.v1", "accounts")
        .event("accounts.act-done", ActDone.class, (done, context) -> log.record(done))
        .build();
  }
}
