package dev.agora.messaging.outbox;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Gives the service its outbox, and the outbox its partitions. */
@AutoConfiguration
@Import({JdbcOutbox.class, JdbcPartitionKeeper.class})
class OutboxConfiguration {

  @Bean
  PeriodicJob partitionJob(JdbcPartitionKeeper keeper) {
    return new PeriodicJob("partitions", Duration.ofHours(1), Phases.PARTITIONS, keeper::keep);
  }
}
