package dev.agora.messaging;

import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Separates who changes tables from who changes rows, where they are different roles. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationConfiguration {

  /** Tells the script that runs after migrations whom to give rights to. */
  @Bean
  FlywayConfigurationCustomizer applicationRole(MigrationProperties properties) {
    return flyway -> {
      Map<String, String> placeholders = new HashMap<>(flyway.getPlaceholders());
      placeholders.put("application-role", properties.applicationRole());
      // The platform's versions are below the service's own, so a new one comes out of order.
      flyway.placeholders(placeholders).outOfOrder(true);
    };
  }

  @Bean
  @ConditionalOnProperty(name = "agora.migrations.run", havingValue = "false")
  FlywayMigrationStrategy onlyValidation() {
    return Flyway::validate;
  }
}
