package dev.agora.accounts.webhook;

import dev.agora.messaging.PeriodicJob;
import dev.agora.messaging.Phases;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom calls trust, and who looks after programs that fail. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  /** Whom this Java trusts. */
  @Bean
  SSLSocketFactory webhookTls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  @Bean
  PeriodicJob failingWebhooksJob(CountFailingWebhooks count, WebhookProperties properties) {
    return new PeriodicJob(
        "failing-webhooks", properties.countEvery(), Phases.SWEEPER, count::count);
  }
}
