package dev.agora.gateway.ratelimit;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gateways that share their rates through PostgreSQL, where a database is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("agora.gateway.rates.shared.url")
class SharedRatesConfiguration {

  private static final long CONNECT_MILLIS = 2_000;
  private static final String ANSWER_SECONDS = "2";

  /** One connection for the exchanges, and a second one for Flyway. */
  @Bean(destroyMethod = "close")
  HikariDataSource rateDatabase(RateProperties properties) {
    RateProperties.Shared shared = properties.shared();
    HikariDataSource database = new HikariDataSource();
    database.setPoolName("rates");
    database.setJdbcUrl(shared.url());
    database.setUsername(shared.user());
    database.setPassword(shared.password());
    database.setMaximumPoolSize(2);
    database.setMinimumIdle(1);
    database.setConnectionTimeout(CONNECT_MILLIS);
    Properties bounds = new Properties();
    bounds.setProperty("socketTimeout", ANSWER_SECONDS);
    bounds.setProperty("ApplicationName", "gateway rates");
    database.setDataSourceProperties(bounds);
    return database;
  }

  @Bean
  SharedRates sharedRates(
      RateLimits limits,
      RateProperties properties,
      HikariDataSource rateDatabase,
      MeterRegistry registry) {
    Flyway tables =
        Flyway.configure()
            .dataSource(rateDatabase)
            .locations("classpath:db/migration/gateway")
            .load();
    return new SharedRates(
        limits,
        new JdbcSharedBuckets(new JdbcTemplate(rateDatabase)),
        tables::migrate,
        properties.shared().every(),
        registry);
  }
}
