package dev.agora.stripe.webhook;

import dev.agora.stripe.StripeCalls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door and the worker for Stripe's events, for a service that has a handler for them. */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

  @Bean
  StripeEvents stripeEvents(JdbcClient jdbc, InstantSource clock) {
    return new JdbcStripeEvents(jdbc, clock);
  }

  @Bean
  EventCensus stripeEventCensus(StripeEvents events, InstantSource clock, MeterRegistry meters) {
    return new EventCensus(events, clock, meters);
  }

  @Bean
  EventWorker stripeEventWorker(
      StripeEvents events, StripeEventHandler handler, WebhookProperties properties) {
    return new EventWorker(events, handler, properties);
  }

  @Bean
  EventIntake stripeEventIntake(
      StripeCalls stripe, StripeEvents events, StripeEventHandler handler, EventWorker worker) {
    return new EventIntake(stripe, events, handler, worker);
  }

  @Bean
  WebhookController stripeWebhookController(
      WebhookProperties properties, EventIntake intake, InstantSource clock) {
    return new WebhookController(properties, intake, clock);
  }
}
