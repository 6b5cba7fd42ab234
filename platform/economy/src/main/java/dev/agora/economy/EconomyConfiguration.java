package dev.agora.economy;

import dev.agora.money.Economy;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service the one {@link Economy}, or stops its start with the guard's sentence. */
@AutoConfiguration
@EnableConfigurationProperties(EconomyProperties.class)
public class EconomyConfiguration {

  @Bean
  Economy economy(EconomyProperties properties) {
    return properties.toEconomy();
  }
}
