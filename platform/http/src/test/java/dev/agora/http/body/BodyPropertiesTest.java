package dev.agora.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class BodyPropertiesTest {

  @Test
  void a_body_has_256_kib_by_default() {
    assertThat(bind(Map.of())).isEqualTo(new BodyProperties(DataSize.ofKilobytes(256), Map.of()));
  }

  @Test
  void every_key_is_bound() {
    BodyProperties properties =
        bind(
            Map.of(
                "agora.http.body.max", "1KB",
                "agora.http.body.max-at[/api/v1/credits/transfers]", "2MB"));

    assertThat(properties.maxBytesAt("/api/v1/credits/transfer")).isEqualTo(1024);
    assertThat(properties.maxBytesAt("/api/v1/credits/transfers")).isEqualTo(2 * 1024 * 1024);
  }

  @Test
  void a_limit_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> bind(Map.of("agora.http.body.max", "17MB")))
        .hasRootCauseMessage(
            "agora.http.body.max is 17825792B, but must be between 0 and 16777216B");
  }

  private static BodyProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.http.body", BodyProperties.class);
  }
}
