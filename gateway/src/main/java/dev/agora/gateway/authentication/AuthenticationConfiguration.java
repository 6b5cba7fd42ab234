package dev.agora.gateway.authentication;

import dev.agora.gateway.route.TargetProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts that know credentials together. */
@Configuration(proxyBeanMethods = false)
class AuthenticationConfiguration {

  private static final JsonMapper WIRE =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  @Bean
  SigningKey signingKey(TokenProperties properties) {
    return SigningKey.of(properties.signingKey());
  }

  @Bean
  InternalTokens internalTokens(SigningKey key, TokenProperties properties, Clock clock) {
    return new InternalTokens(key, properties, clock);
  }

  @Bean
  CredentialTable credentialTable(
      CredentialProperties properties, Clock clock, MeterRegistry meters) {
    CredentialTable table = new CredentialTable(clock, properties.staleAfter());
    Gauge.builder("agora.gateway.credentials", table, CredentialTable::size).register(meters);
    Gauge.builder("agora.gateway.credentials.current", table, it -> it.isCurrent() ? 1 : 0)
        .register(meters);
    return table;
  }

  @Bean
  CredentialFeed credentialFeed(CredentialProperties properties, CredentialTable table) {
    return new CredentialFeed(properties, table, WIRE);
  }

  @Bean
  Authenticator authenticator(
      CredentialTable table,
      TargetProperties targets,
      HttpClient client,
      InternalTokens tokens,
      CredentialProperties properties,
      Clock clock) {
    return new Authenticator(
        table,
        new AccountsLookup(targets, client, tokens, WIRE, properties),
        new CredentialHash(properties.pepper()),
        clock);
  }

  @Bean
  CredentialUses credentialUses(Clock clock) {
    return new CredentialUses(clock);
  }

  @Bean
  UseReport useReport(
      CredentialUses uses,
      TargetProperties targets,
      HttpClient client,
      InternalTokens tokens,
      CredentialProperties properties) {
    return new UseReport(uses, targets, client, tokens, WIRE, properties);
  }

  /** Ready once everything published so far is known. */
  @Bean
  HealthIndicator credentialsHealthIndicator(CredentialTable table) {
    return () ->
        (table.isComplete() ? Health.up() : Health.outOfService())
            .withDetail("known", table.size())
            .withDetail("current", table.isCurrent())
            .build();
  }
}
