package dev.agora.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.money.CreditPackage;
import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.FeeRate;
import dev.agora.money.InvalidEconomyException;
import dev.agora.money.Usd;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EconomyPropertiesTest {

  @Test
  void defaults_are_those_of_the_economys_page() {
    assertThat(bind(Map.of())).isEqualTo(Economy.standard());
  }

  @Test
  void every_key_is_bound() {
    Map<String, String> properties = new HashMap<>();
    properties.put("agora.economy.packages[0].id", "pkg_20");
    properties.put("agora.economy.packages[0].price-usd", "20.00");
    properties.put("agora.economy.packages[0].bonus-credits", "1.5");
    properties.put("agora.economy.custom-min-usd", "1.00");
    properties.put("agora.economy.custom-max-usd", "2.00");
    properties.put("agora.economy.purchase-fee-bps", "400");
    properties.put("agora.economy.transfer-fee-bps", "600");
    properties.put("agora.economy.marketplace-fee-bps", "700");
    properties.put("agora.economy.conversion-fee-bps", "1400");
    properties.put("agora.economy.conversion-min", "10");
    properties.put("agora.economy.conversion-max-per-agent", "20");
    properties.put("agora.economy.conversion-max-per-owner", "30");
    properties.put("agora.economy.seasoning", "0s");

    assertThat(bind(properties))
        .isEqualTo(
            new Economy(
                List.of(new CreditPackage("pkg_20", Usd.ofCents(20_00), Credits.parse("1.5"))),
                Usd.ofCents(100),
                Usd.ofCents(200),
                FeeRate.ofBasisPoints(400),
                FeeRate.ofBasisPoints(600),
                FeeRate.ofBasisPoints(700),
                FeeRate.ofBasisPoints(1400),
                Credits.of(10),
                Credits.of(20),
                Credits.of(30),
                Duration.ZERO));
  }

  @Test
  void a_money_pump_is_refused_whatever_asks_for_it() {
    assertThatThrownBy(
            () ->
                bind(
                    Map.of(
                        "agora.economy.purchase-fee-bps", "200",
                        "agora.economy.conversion-fee-bps", "1000")))
        .isInstanceOf(InvalidEconomyException.class)
        .hasMessageContaining("money pump");
  }

  private static Economy bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("agora.economy", EconomyProperties.class)
        .toEconomy();
  }
}
