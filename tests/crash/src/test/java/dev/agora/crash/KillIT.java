package dev.agora.crash;

import static dev.agora.crash.CrashingEconomy.everybodyUp;
import static dev.agora.crash.CrashingEconomy.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code kill -9} in the middle of a purchase and a conversion: both end, once. */
class KillIT {

  private static Street street;

  private BigDecimal spenderBefore = BigDecimal.ZERO;
  private BigDecimal earnerBefore = BigDecimal.ZERO;

  /** Before anything dies: news of new agents may come late while the system recovers. */
  @BeforeAll
  static void openStreet() {
    street = Street.open(everybodyUp());
  }

  @BeforeEach
  void theBooksHold() {
    everybodyUp();
    street.assertProof();
    spenderBefore = street.available(street.spender());
    earnerBefore = street.available(street.earner());
  }

  @Test
  void theLedgerAndThenBothOrchestratorsDie() {
    Answer purchase = street.buyer().startBuying(street.spender(), "pkg_10");
    running().kill(Part.LEDGER);

    street.pay(purchase);
    Answer conversion = street.startConverting("100");
    street.awaitPurchase(purchase, "PAID");
    running().kill(Part.BILLING);
    running().kill(Part.PAYOUT);
    running().start(Part.LEDGER);
    running().start(Part.BILLING);
    running().start(Part.PAYOUT);

    assertBothEndedOnce(purchase, conversion);
  }

  @Test
  void kafkaDies() {
    Answer purchase = street.buyer().startBuying(street.spender(), "pkg_10");
    running().kill(Part.KAFKA);

    street.pay(purchase);
    Answer conversion = street.startConverting("100");
    running().start(Part.KAFKA);

    assertBothEndedOnce(purchase, conversion);
  }

  @Test
  void stripeDies() {
    Answer purchase = street.buyer().startBuying(street.spender(), "pkg_10");
    street.pay(purchase);
    Answer conversion = street.startConverting("100");
    running().kill(Part.STRIPE);
    running().start(Part.STRIPE);

    assertBothEndedOnce(purchase, conversion);
  }

  @Test
  void postgresDies() {
    Answer purchase = street.buyer().startBuying(street.spender(), "pkg_10");
    Answer conversion = street.startConverting("100");
    running().kill(Part.POSTGRES);

    street.pay(purchase);
    running().start(Part.POSTGRES);

    assertBothEndedOnce(purchase, conversion);
  }

  private void assertBothEndedOnce(Answer purchase, Answer conversion) {
    street.awaitPurchase(purchase, "COMPLETED");
    street.awaitConversion(conversion, "COMPLETED");
    assertThat(street.available(street.spender()))
        .isEqualByComparingTo(spenderBefore.add(new BigDecimal("100")));
    assertThat(street.available(street.earner()))
        .isEqualByComparingTo(earnerBefore.subtract(new BigDecimal("100")));
    assertThat(street.stripeTransfers(conversion)).isEqualTo(1);
    street.assertProof();
  }
}
