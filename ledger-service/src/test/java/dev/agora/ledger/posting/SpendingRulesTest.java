package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.Grounds.LimitReached;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingRulesTest {

  private static final Instant TOMORROW = Instant.parse("2026-11-23T00:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # spent today, this month, amount, limit,       left
          0,             0,          50,     -,           -
          0,             0,          50.000001, PER_PAYMENT, 50
          60,            60,         40,     -,           -
          60,            60,         40.000001, DAILY,    40
          120,           120,        1,      DAILY,       0
          0,             290,        10,     -,           -
          0,             290,        11,     MONTHLY,     10
          """)
  void theFirstLimitThatIsReachedRefuses(
      String today, String month, String amount, LimitName limit, String left) {
    LedgerFixture ledger = ledger(LedgerFixture.START, today, month);
    ledger.buy(ADA, "100.00", "0");

    Outcome outcome = ledger.pay(ADA, BOB, amount);

    if (limit == null) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      LimitReached reached =
          (LimitReached) Objects.requireNonNull(((Outcome.Rejected) outcome).grounds());
      assertThat(reached.name()).isEqualTo(limit);
      assertThat(reached.left()).isEqualTo(Credits.parse(left));
      assertThat(reached.resets())
          .isEqualTo(
              switch (limit) {
                case PER_PAYMENT -> null;
                case DAILY -> TOMORROW;
                case MONTHLY -> DECEMBER;
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # last entry,             today, month
          2026-11-22T00:00:00Z,     70,    170
          2026-11-21T23:59:59.999Z, 0,     170
          2026-11-01T00:00:00Z,     0,     170
          2026-10-31T23:59:59.999Z, 0,     0
          2025-11-22T09:00:00Z,     0,     0
          """)
  void aWindowEndsWithItsDayOrMonthInUtc(Instant lastEntry, String today, String month) {
    Spent spent = new Spent(Credits.of(70), Credits.of(170)).at(lastEntry, LedgerFixture.START);

    assertThat(spent).isEqualTo(new Spent(Credits.parse(today), Credits.parse(month)));
  }

  @Test
  void paymentsAndOrdersHoldsCountWhenTheyArePostedAndConversionsDoNot() {
    LedgerFixture ledger = ledger(LedgerFixture.START, "0", "0");
    ledger.buy(ADA, "100.00", "0");
    ledger.buy(BOB, "100.00", "0");
    ledger.pay(BOB, ADA, "100");

    ledger.pay(ADA, ADAS_OTHER, "10");
    ledger.holdForOrder(1, ADA, BOB, "20");
    ledger.holdForConversion(2, ADA, "30");
    ledger.release(1, ADA);

    assertThat(ledger.wallet(ADA).spentAt(LedgerFixture.START))
        .isEqualTo(new Spent(Credits.of(30), Credits.of(30)));
    assertThat(ledger.wallet(BOB).spentAt(LedgerFixture.START).today()).isEqualTo(Credits.of(100));
  }

  @Test
  void whomAnOwnerBlocksOrDoesNotAllowIsNotPaid() {
    assertThat(new Limits(null, null, null, true, Set.of(BOB), Set.of()).permit(BOB)).isTrue();
    assertThat(new Limits(null, null, null, true, Set.of(BOB), Set.of()).permit(ADA)).isFalse();
    assertThat(new Limits(null, null, null, true, Set.of(BOB), Set.of(BOB)).permit(BOB)).isFalse();
    assertThat(new Limits(null, null, null, false, Set.of(), Set.of(BOB)).permit(ADA)).isTrue();
  }

  /** A ledger in which Ada may pay 50 at once, 100 a day and 300 a month. */
  private static LedgerFixture ledger(Instant lastEntry, String today, String month) {
    Map<AgentId, Wallet> wallets = LedgerFixture.wallets();
    wallets.put(
        ADA,
        new Wallet(
            ADA,
            LedgerFixture.owner(1),
            AgentStatus.ACTIVE,
            Lots.NONE,
            Credits.ZERO,
            Credits.ZERO,
            Credits.ZERO,
            0,
            lastEntry,
            new Limits(Credits.of(50), Credits.of(100), Credits.of(300), false, Set.of(), Set.of()),
            new Spent(Credits.parse(today), Credits.parse(month))));
    return new LedgerFixture(Duration.ZERO, wallets);
  }
}
