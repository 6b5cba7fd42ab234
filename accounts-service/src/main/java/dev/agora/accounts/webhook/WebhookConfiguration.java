package dev.agora.accounts.webhook;

import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom calls trust: whom this Java trusts. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

  @Bean
  SSLSocketFactory webhookTls() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }
}
