package dev.agora.marketplace.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SubscriptionPropertiesTest {

  private static final String PREFIX = "agora.marketplace.subscription";

  private static SubscriptionProperties bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, SubscriptionProperties.class);
  }

  @Test
  void withoutPropertiesARenewalIsTriedForThreeDays() {
    assertThat(bound(Map.of()).toTimes())
        .isEqualTo(new SubscriptionTimes(Duration.ofDays(3), Duration.ofHours(12)));
  }

  @Test
  void everyPropertyIsRead() {
    SubscriptionProperties properties =
        bound(
            Map.of(
                PREFIX + ".grace", "PT1S",
                PREFIX + ".retry-every", "PT2S",
                PREFIX + ".sweep-every", "PT3S"));
    assertThat(properties.toTimes())
        .isEqualTo(new SubscriptionTimes(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    assertThat(properties.sweepEvery()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void noTimeIsZeroOrLess() {
    assertThatThrownBy(() -> bound(Map.of(PREFIX + ".grace", "PT0S")).toTimes())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bound(Map.of(PREFIX + ".retry-every", "-PT1S")).toTimes())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
