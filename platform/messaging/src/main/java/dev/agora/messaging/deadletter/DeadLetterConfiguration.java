package dev.agora.messaging.deadletter;

import dev.agora.messaging.KafkaSettings;
import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import dev.agora.messaging.inbox.MessageHandlers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Stores the dead letters of the service's consumers and shows them to operators. */
@AutoConfiguration
@Import({
  JdbcDeadLetters.class,
  DeadLetterReplay.class,
  DeadLetterOperations.class,
  DeadLetterCensus.class,
  DeadLettersEndpoint.class
})
class DeadLetterConfiguration {

  private static final Duration CENSUS_EVERY = Duration.ofSeconds(15);

  @Bean
  PeriodicJob deadLetterCensusJob(DeadLetterCensus census) {
    return new PeriodicJob("dead-letter-census", CENSUS_EVERY, Phases.SWEEPER, census::take);
  }

  @Bean
  DeadLetterContainer deadLetterContainer(
      ObjectProvider<MessageHandlers> consumers,
      JdbcDeadLetters letters,
      KafkaSettings kafka,
      MessagingProperties properties,
      Clock clock) {
    return new DeadLetterContainer(
        new DeadLetterReceiver(consumers.orderedStream(), letters, clock), kafka, properties);
  }
}
