package dev.agora.messaging.relay;

import dev.agora.messaging.KafkaSettings;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.WireJson;
import dev.agora.messaging.failpoint.FailPoints;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Relays the service's outbox to Kafka. */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "agora.messaging.relay.enabled", matchIfMissing = true)
@Import({
  JdbcSlot.class,
  JdbcWatermark.class,
  JdbcRepublication.class,
  SlotCare.class,
  RelayProgress.class,
  RelayState.class,
  RelayWatch.class
})
class RelayConfiguration {

  @Bean
  Pause relayPause() {
    return Thread::sleep;
  }

  @Bean
  RelaySupervisor relaySupervisor(
      MessagingProperties properties,
      JdbcConnectionDetails connection,
      KafkaSettings kafka,
      WireJson json,
      SlotCare slotCare,
      RelayWatch watch,
      RelayProgress progress,
      RelayState state,
      Pause pause,
      FailPoints failPoints,
      Clock clock) {
    RelayDatabase database = RelayDatabase.of(connection);
    RelayTerms terms =
        new RelayTerms(
            properties,
            database,
            () -> new KafkaProducer<>(kafka.producer()),
            new ChangeEvents(json),
            slotCare,
            watch,
            progress,
            state,
            pause,
            failPoints);
    return new RelaySupervisor(
        properties, new LeaderLock(database, properties.service()), terms, state, clock);
  }

  @Bean
  RelayHealth relayHealthIndicator(RelayState state, RelayProgress progress) {
    return new RelayHealth(state, progress);
  }
}
