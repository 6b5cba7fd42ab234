package dev.agora.messaging.saga;

import dev.agora.messaging.MessagingProperties;
import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import dev.agora.messaging.inbox.MessageHandlers;
import dev.agora.messaging.inbox.Reply;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Runs the sagas that the service's observers declare. */
@AutoConfiguration
@Import({
  SagaCatalog.class,
  JdbcSagas.class,
  JdbcWaitingReplies.class,
  JdbcSagaHistory.class,
  SagaCommands.class,
  SagaConsequences.class,
  SagaEngine.class,
  JdbcSagaOverview.class,
  SagaOperations.class,
  SagasEndpoint.class
})
class SagaConfiguration {

  /** What only an orchestrator needs. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(SagaObserver.class)
  @Import({SagaSweeper.class, SagaCensus.class})
  static class Orchestration {

    private static final Duration CENSUS_EVERY = Duration.ofSeconds(15);

    @Bean
    MessageHandlers sagaReplies(SagaEngine engine, MessagingProperties properties) {
      return MessageHandlers.on(properties.replyTopic(), properties.service())
          .event(Reply.MESSAGE_TYPE, byte[].class, engine::take)
          .build();
    }

    @Bean
    PeriodicJob sagaCensusJob(SagaCensus census) {
      return new PeriodicJob("saga-census", CENSUS_EVERY, Phases.SWEEPER, census::take);
    }

    @Bean
    PeriodicJob sagaDeadlines(SagaSweeper sweeper, MessagingProperties properties) {
      return new PeriodicJob(
          "saga-deadlines", properties.saga().sweepInterval(), Phases.SWEEPER, sweeper::sweep);
    }
  }
}
