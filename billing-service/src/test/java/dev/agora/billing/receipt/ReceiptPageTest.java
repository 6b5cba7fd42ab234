package dev.agora.billing.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiptPageTest {

  @Test
  void showsFeeAndTaxAndEscapesTheName() {
    Receipt receipt =
        new Receipt(
            "AG-00000007",
            "pur_1",
            Instant.parse("2026-11-22T09:30:00Z"),
            "<script>alert(1)</script>",
            "agt_1",
            Credits.of(1200),
            Credits.of(200),
            Usd.parse("100.00"),
            Usd.parse("3.00"),
            300,
            Usd.parse("8.25"),
            Usd.parse("108.25"),
            Usd.parse("70.00"));
    assertThat(ReceiptPage.of(receipt))
        .contains(
            "AG-00000007",
            "22 November 2026, 09:30 UTC",
            "3%",
            "$3.00",
            "$8.25",
            "$108.25",
            "$70.00")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }
}
