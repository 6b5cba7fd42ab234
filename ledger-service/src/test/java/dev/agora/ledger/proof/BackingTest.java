package dev.agora.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.money.Economy;
import dev.agora.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackingTest {

  private static final Economy STANDARD = Economy.standard();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # cash, earned, bought, issued, unpaid, highest cost, free
          0.00,   0,      0,      0,      0.00,   0.00,         0
          # a plain $10: 100 credits, $0.30 of it a fee; what it leaves goes with it
          9.70,   0,      100,    100,    0.30,   8.08,         0
          # all of it paid to another owner's agent
          9.70,   95,     0,      100,    0.30,   8.08,         0
          # and on to a third: 4.75 credits of fees that cost nothing any more
          9.70,   90.25,  0,      100,    0.30,   7.68,         4.75
          # the same, charged back: 100 credits are owed
          0.00,   90.25,  -100,   0,      0.00,   -0.40,        4.75
          # a $100 package with 200 bonus credits, at the guard's bound but for $0.10
          97.00,  0,      1200,   1200,   23.00,  96.90,        0
          # one that brought less than it can cost, as a lowered fee leaves it
          97.00,  0,      1300,   1300,   33.00,  104.98,       -93.82353
          # capital
          100.00, 0,      0,      0,      0.00,   0.00,         1176.470588
          """)
  void whatPurchasesLeaveIsNotFree(
      String cash,
      String earned,
      String bought,
      String issued,
      String unpaid,
      String cost,
      String free) {
    Backing backing =
        new Backing(
            Usd.parse(cash).cents(),
            micros(earned),
            micros(bought),
            micros(issued),
            Usd.parse(unpaid).cents(),
            0);

    assertThat(Usd.ofCents(backing.highestCost(STANDARD))).hasToString(cost);
    assertThat(Credits.ofMicros(backing.free(STANDARD))).hasToString(free);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # more earned, more bought, allowed: 4.75 are free
          4.75,          0,           true
          4.750001,      0,           false
          0,             5,           true
          0,             5.000001,    false
          2.375,         2.5,         true
          2.375,         2.500001,    false
          # a payment that is reversed takes as much as it gives
          -4.75,         10,          true
          -4.75,         10.000002,   false
          """)
  void aGiftIsBoundedByWhatIsFree(String moreEarned, String moreBought, boolean allowed) {
    Backing backing = new Backing(970, micros("90.25"), 0, micros("100"), 30, 0);

    assertThat(backing.isSolvent(STANDARD)).isTrue();
    assertThat(backing.allows(micros(moreEarned), micros(moreBought), STANDARD)).isEqualTo(allowed);
  }

  @Test
  void feesThatCanComeBackAreNotFree() {
    Backing backing = new Backing(970, micros("90.25"), 0, micros("100"), 30, micros("4"));

    assertThat(backing.free(STANDARD)).isEqualTo(micros("0.75"));
    assertThat(backing.allows(micros("0.75"), 0, STANDARD)).isTrue();
    assertThat(backing.allows(micros("0.750001"), 0, STANDARD)).isFalse();
    assertThat(backing.isSolvent(STANDARD)).isTrue();
  }

  @Test
  void whatCostsNothingIsAllowedWhateverIsMissing() {
    Backing backing = new Backing(0, micros("10"), 0, 0, 0, 0);

    assertThat(backing.isSolvent(STANDARD)).isFalse();
    assertThat(backing.allows(0, 0, STANDARD)).isTrue();
    assertThat(backing.allows(-95, 100, STANDARD)).isTrue();
    assertThat(backing.allows(-95, 101, STANDARD)).isFalse();
    assertThat(backing.allows(1, 0, STANDARD)).isFalse();
  }

  private static long micros(String credits) {
    return Credits.parse(credits).micros();
  }
}
