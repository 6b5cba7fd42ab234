package dev.agora.agents;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The local copy; its service hands it the messages. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
class AgentsConfiguration {

  @Bean
  Agents agents(JdbcClient jdbc) {
    return new JdbcAgents(jdbc);
  }
}
