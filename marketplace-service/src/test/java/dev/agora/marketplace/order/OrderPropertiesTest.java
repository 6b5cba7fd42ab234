package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OrderPropertiesTest {

  private static OrderProperties bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.marketplace.order", OrderProperties.class);
  }

  @Test
  void withoutPropertiesTheTimesAreThoseOfTheEconomysPage() {
    assertThat(bound(Map.of()).toTimes()).isEqualTo(OrderTimes.standard());
  }

  @Test
  void everyPropertyIsRead() {
    String prefix = "agora.marketplace.order.";
    OrderProperties properties =
        bound(
            Map.of(
                prefix + "quote", "PT1S",
                prefix + "accept", "PT2S",
                prefix + "inspect", "PT3S",
                prefix + "inspect-small", "PT4S",
                prefix + "small-price", "5",
                prefix + "split", "PT6S",
                prefix + "answer", "PT7S",
                prefix + "rule", "PT8S",
                prefix + "review", "PT9S",
                prefix + "refund", "PT11S"));
    assertThat(properties.toTimes())
        .isEqualTo(
            new OrderTimes(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Credits.of(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Duration.ofSeconds(8),
                Duration.ofSeconds(9),
                Duration.ofSeconds(11)));
    assertThat(bound(Map.of(prefix + "sweep-every", "PT10S")).sweepEvery())
        .isEqualTo(Duration.ofSeconds(10));
  }
}
