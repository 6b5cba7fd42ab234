package dev.agora.messaging;

import dev.agora.local.infrastructure.Database;
import dev.agora.messaging.outbox.Outbox;
import dev.agora.messaging.outbox.OutgoingMessage;
import dev.agora.support.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A service of this platform within the test's process, on the real database and broker. */
public final class TestService implements AutoCloseable {

  static {
    // Generous, because a loaded machine is no reason to fail; what is awaited comes in
    // milliseconds.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
  }

  private final ConfigurableApplicationContext context;

  private TestService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts a service without web, with the test's own beans. */
  public static TestService start(
      String name,
      Database database,
      Consumer<GenericApplicationContext> beans,
      Map<String, Object> properties) {
    return start(name, database, beans, properties, WebApplicationType.NONE);
  }

  /** Starts a service. */
  public static TestService start(
      String name,
      Database database,
      Consumer<GenericApplicationContext> beans,
      Map<String, Object> properties,
      WebApplicationType web) {
    return new TestService(
        new SpringApplicationBuilder(Application.class)
            .web(web)
            .properties(
                Map.of(
                    "spring.main.banner-mode",
                    "off",
                    "spring.datasource.url",
                    database.url(),
                    "spring.datasource.username",
                    database.user(),
                    "spring.datasource.password",
                    database.password(),
                    "spring.datasource.hikari.maximum-pool-size",
                    "6",
                    "spring.kafka.bootstrap-servers",
                    Parts.kafka(),
                    "agora.messaging.service",
                    name,
                    "logging.level.org.apache.kafka",
                    "ERROR",
                    "logging.level.io.debezium",
                    "WARN"))
            .properties(properties)
            .initializers(context -> beans.accept((GenericApplicationContext) context))
            .run());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** How many rows a table has, by its name and condition. */
  public long count(String tableAndCondition) {
    return jdbc()
        .sql("SELECT count(*) FROM " + tableAndCondition)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  public void inTransaction(Runnable work) {
    bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
  }

  public void publish(OutgoingMessage... messages) {
    inTransaction(() -> bean(Outbox.class).publishAll(List.of(messages)));
  }

  /** A local property such as {@code local.server.port}. */
  public String property(String name) {
    return context.getEnvironment().getRequiredProperty(name);
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
