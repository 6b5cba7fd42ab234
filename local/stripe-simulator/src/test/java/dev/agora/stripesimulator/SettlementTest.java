package dev.agora.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import dev.agora.stripesimulator.state.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlementTest {
  @RegisterExtension
  final TestSimulator stripe = new TestSimulator(options -> options.withSettleAtOnce(false));

  @Test
  void chargesSettleAfterTwoDays() throws StripeException {
    Purchases.charge(stripe, 1_000, "pm_card_visa");
    assertThat(balance().getPending().getFirst().getAmount()).isEqualTo(941);
    assertThat(balance().getAvailable().getFirst().getAmount()).isZero();

    stripe.advance(Duration.ofDays(2));

    assertThat(balance().getPending().getFirst().getAmount()).isZero();
    assertThat(balance().getAvailable().getFirst().getAmount()).isEqualTo(941);
  }

  @Test
  void oneCardGoesStraightToAvailableAndACallSettlesTheRest() throws StripeException {
    Purchases.charge(stripe, 1_000, "pm_card_bypassPending");
    assertThat(balance().getAvailable().getFirst().getAmount()).isEqualTo(941);
    Purchases.charge(stripe, 1_000, "pm_card_visa");

    stripe.admin("POST", "settle");

    assertThat(balance().getAvailable().getFirst().getAmount()).isEqualTo(1_882);
  }

  @Test
  void everyBalanceIsTheSumOfItsTransactions() throws StripeException {
    String account = Connected.active(stripe);
    Purchases.charge(stripe, 10_000, "pm_card_bypassPending");
    Purchases.charge(stripe, 10_000, "pm_card_visa");
    String transfer = Connected.transfer(stripe, account, 5_000).getId();
    stripe.client().v1().transfers().reversals().create(transfer);
    Connected.transfer(stripe, account, 5_000);
    stripe.advance(Duration.ofMinutes(2));

    assertThat(Json.list(stripe.admin("GET", "ledger"), "data"))
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(Json.number(each, "sum_of_transactions"))
                    .isEqualTo(Json.number(each, "available") + Json.number(each, "pending")));
  }

  private Balance balance() throws StripeException {
    return stripe.client().v1().balance().retrieve();
  }
}
