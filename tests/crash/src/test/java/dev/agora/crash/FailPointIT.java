package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.arm;
import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.reviveAfterDeath;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process halts at a named place in its code, comes back, and the saga ends, once. */
class FailPointIT {

  private static Street street;

  @BeforeAll
  static void openStreet() {
    street = Street.open(everybodyUp());
  }

  @AfterEach
  void nobodyStaysDown() {
    everybodyUp();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          LEDGER,  after-effect-before-commit/ledger.post-purchase
          LEDGER,  after-commit-before-acknowledge/ledger.post-purchase
          LEDGER,  relay-after-send-before-mark/billing.saga-replies.v1
          BILLING, after-commit-before-acknowledge/reply
          """)
  void aPurchaseSurvives(Part part, String failPoint) {
    BigDecimal before = street.available(street.spender());
    Answer purchase = street.buyer().startBuying(street.spender(), "pkg_10");
    arm(part, failPoint);

    street.pay(purchase);
    reviveAfterDeath(part);

    street.awaitPurchase(purchase, "COMPLETED");
    assertThat(street.available(street.spender()))
        .isEqualByComparingTo(before.add(new BigDecimal("100")));
    street.assertProof();
  }
}
