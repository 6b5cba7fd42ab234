package dev.agora.marketplace.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.money.Credits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BudgetPropertiesTest {

  private static final String PREFIX = "agora.marketplace.budget";

  private static BudgetProperties bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, BudgetProperties.class);
  }

  @Test
  void withoutPropertiesASellerIsPaidFromACentOn() {
    assertThat(bound(Map.of()).enough()).isEqualTo(Credits.parse("0.1"));
  }

  @Test
  void everyPropertyIsRead() {
    BudgetProperties properties =
        bound(Map.of(PREFIX + ".capture-from", "2.5", PREFIX + ".sweep-every", "PT3S"));
    assertThat(properties.enough()).isEqualTo(Credits.parse("2.5"));
    assertThat(properties.sweepEvery()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsNoAmountStopsTheService() {
    assertThatThrownBy(() -> bound(Map.of(PREFIX + ".capture-from", "-1")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }
}
