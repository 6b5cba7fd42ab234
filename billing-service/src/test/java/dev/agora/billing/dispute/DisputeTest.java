package dev.agora.billing.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.billing.purchase.PurchaseId;
import dev.agora.money.Usd;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisputeTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # price, refunded, tax,  amount, of price, of tax, within
          100.00,  0.00,     0.00, 100.00, 100.00,   0.00,   true
          100.00,  0.00,     0.00,  25.00,  25.00,   0.00,   true
          100.00, 70.00,     0.00,  30.00,  30.00,   0.00,   true
          100.00, 70.00,     0.00,  30.01,  30.01,   0.00,   false
          100.00,  0.00,     8.25, 108.25, 100.00,   8.25,   true
          100.00,  0.00,     8.25,  54.13,  50.01,   4.12,   true
          100.00,  0.00,     8.25, 108.26, 100.01,   8.25,   false
          """)
  void whatTheBankTookIsPriceAndTax(
      String price,
      String refunded,
      String tax,
      String amount,
      String ofPrice,
      String ofTax,
      boolean within) {
    Dispute dispute = dispute(price, refunded, tax, amount);
    assertThat(dispute.disputedPrice()).isEqualTo(Usd.parse(ofPrice));
    assertThat(dispute.disputedTax()).isEqualTo(Usd.parse(ofTax));
    assertThat(dispute.isWithinRest()).isEqualTo(within);
  }

  @Property
  void whateverIsDisputedIsNeverMoreThanWhatIsLeft(
      @ForAll @LongRange(min = 1, max = 100_000) long rest,
      @ForAll @LongRange(max = 20_000) long tax,
      @ForAll @LongRange(min = 1, max = 120_000) long amount) {
    long taken = 1 + (amount - 1) % (rest + tax);
    Dispute dispute =
        dispute(
            Usd.ofCents(rest).toString(),
            "0.00",
            Usd.ofCents(tax).toString(),
            Usd.ofCents(taken).toString());
    assertThat(dispute.isWithinRest()).isTrue();
    assertThat(dispute.disputedPrice().plus(dispute.disputedTax())).isEqualTo(dispute.amount());
    assertThat(dispute.disputedPrice()).isLessThanOrEqualTo(dispute.rest());
    assertThat(dispute.disputedTax()).isLessThanOrEqualTo(dispute.tax());
  }

  private static Dispute dispute(String price, String refunded, String tax, String amount) {
    return new Dispute(
        new DisputeId("dsp_" + "0".repeat(32)),
        "dp_1",
        new PurchaseId("pur_" + "0".repeat(32)),
        "hum_1",
        "agt_1",
        Usd.parse(amount),
        Usd.parse(price),
        Usd.parse("3.00"),
        Usd.parse(refunded),
        Usd.parse(tax),
        "fraudulent",
        DisputeStatus.OPEN,
        null,
        null,
        null,
        NOW,
        NOW,
        1);
  }
}
