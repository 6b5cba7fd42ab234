package dev.agora.http.idempotency;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service with a database its stored answers. */
@AutoConfiguration(
    after = {
      JdbcClientAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      TransactionAutoConfiguration.class
    })
@ConditionalOnBean({JdbcClient.class, TransactionOperations.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdempotencyProperties.class)
@EnableScheduling
class IdempotencyConfiguration implements WebMvcConfigurer {

  @Bean
  JdbcStoredAnswers storedAnswers(JdbcClient jdbc, JdbcOperations operations) {
    return new JdbcStoredAnswers(jdbc, operations);
  }

  @Bean
  Idempotency idempotency(
      TransactionOperations transactions, JdbcStoredAnswers answers, JsonMapper json) {
    return new TransactionalIdempotency(transactions, answers, json);
  }

  @Bean
  static SchedulingConfigurer idempotencyCleanUp(
      JdbcClient jdbc, IdempotencyProperties properties, ObjectProvider<InstantSource> clocks) {
    JdbcOldAnswers old =
        new JdbcOldAnswers(jdbc, properties.retention(), clocks.getIfUnique(InstantSource::system));
    return tasks ->
        tasks.addFixedDelayTask(
            new FixedDelayTask(old::forget, properties.cleanUpEvery(), properties.cleanUpEvery()));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new IdempotencyKeyResolver());
  }
}
