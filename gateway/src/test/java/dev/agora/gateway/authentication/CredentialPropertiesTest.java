package dev.agora.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CredentialPropertiesTest {

  private static CredentialProperties bind(Map<String, Object> environment) {
    MutablePropertySources sources = new MutablePropertySources();
    sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
    sources.addLast(
        new MapPropertySource(
            "yaml",
            Map.of(
                "agora.gateway.credentials.pepper", "p",
                "agora.gateway.credentials.bootstrap-servers", "kafka:9092")));
    return new Binder(ConfigurationPropertySources.from(sources))
        .bind("agora.gateway.credentials", CredentialProperties.class)
        .get();
  }

  @Test
  void kafkasOwnSettingsComeFromTheEnvironment() {
    assertThat(
            bind(Map.of(
                    "AGORA_GATEWAY_CREDENTIALS_KAFKA_SECURITY_PROTOCOL", "SSL",
                    "AGORA_GATEWAY_CREDENTIALS_KAFKA_SSL_KEYSTORE_CERTIFICATE_CHAIN", "PEM"))
                .kafka())
        .isEqualTo(Map.of("security.protocol", "SSL", "ssl.keystore.certificate.chain", "PEM"));
  }

  @Test
  void withoutAnyThereAreNone() {
    assertThat(bind(Map.of()).kafka()).isEmpty();
  }
}
