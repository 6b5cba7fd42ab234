package dev.agora.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DividedPriceTest {

  @ParameterizedTest
  @CsvSource({
    "100,      500,  5000,  47.5,     2.5,      50",
    "100,      500,  0,     0,        0,        100",
    "100,      500,  10000, 95,       5,        0",
    "0.000003, 500,  5000,  0,        0,        0.000003",
    "0.000009, 500,  3300,  0.000001, 0.000001, 0.000007",
    "1000000000000, 300, 9900, 960300000000, 29700000000, 10000000000"
  })
  void thePriceIsDividedToTheLastMicroCredit(
      String price, int feeBps, int sellerBps, String toSeller, String fee, String toBuyer) {
    DividedPrice divided = DividedPrice.of(Disputed.order(price, feeBps, Map.of()), sellerBps);

    assertThat(divided)
        .isEqualTo(
            new DividedPrice(Credits.parse(toSeller), Credits.parse(fee), Credits.parse(toBuyer)));
    assertThat(divided.toSeller().plus(divided.fee()).plus(divided.toBuyer()))
        .isEqualTo(Credits.parse(price));
  }

  @Test
  void aDraftKeepsItsShareBetweenNothingAndAll() {
    assertThat(new DraftRuling(101, " Half.\r\nNo more. "))
        .isEqualTo(new DraftRuling(100, "Half.\nNo more."));
    assertThat(new DraftRuling(-1, "None.").sellerBps()).isZero();
  }
}
