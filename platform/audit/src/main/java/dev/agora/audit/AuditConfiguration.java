package dev.agora.audit;

import dev.agora.messaging.outbox.Outbox;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Sends what a service tells to whoever keeps the log, unless the service keeps it itself. */
@AutoConfiguration(afterName = "dev.agora.messaging.outbox.OutboxConfiguration")
class AuditConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AuditLog auditLog(Outbox outbox, Clock clock) {
    return new OutboxAuditLog(outbox, clock);
  }

  @Bean
  OperatorActs operatorActs(AuditLog log) {
    return new OperatorActs(log);
  }
}
