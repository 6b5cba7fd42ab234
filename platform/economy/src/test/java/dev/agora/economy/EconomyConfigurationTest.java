package dev.agora.economy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Economy;
import dev.agora.money.InvalidEconomyException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EconomyConfigurationTest {

  private final ApplicationContextRunner service =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(EconomyConfiguration.class));

  @Test
  void a_service_finds_the_standard_economy() {
    service.run(
        context -> assertThat(context).getBean(Economy.class).isEqualTo(Economy.standard()));
  }

  @Test
  void a_fee_outside_its_range_stops_the_start_with_one_sentence() {
    service
        .withPropertyValues("agora.economy.transfer-fee-bps=400")
        .run(
            context -> {
              assertThat(context).hasFailed();
              FailureAnalysis analysis =
                  requireNonNull(
                      new InvalidEconomyFailureAnalyzer()
                          .analyze(requireNonNull(context.getStartupFailure())));
              assertThat(analysis.getDescription())
                  .isEqualTo(
                      "agora.economy.transfer-fee-bps is 400, but must be between 500 and 1000"
                          + " basis points");
              assertThat(analysis.getAction()).contains("docs/economy.md");
              assertThat(analysis.getCause()).isInstanceOf(InvalidEconomyException.class);
            });
  }
}
