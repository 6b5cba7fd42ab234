package dev.agora.ledger.posting;

import static dev.agora.ledger.posting.LedgerFixture.ADA;
import static dev.agora.ledger.posting.LedgerFixture.ADAS_OTHER;
import static dev.agora.ledger.posting.LedgerFixture.BOB;
import static dev.agora.ledger.posting.LedgerFixture.FIVE_PERCENT;
import static dev.agora.ledger.posting.LedgerFixture.hold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.PlatformAccount;
import dev.agora.money.Credits;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainHoldRulesTest {

  private final LedgerFixture ledger = LedgerFixture.withoutSeasoning();
  private int ids;

  @Test
  void aPayeeCapturesPartByPart() {
    ledger.buy(ADA, "10.00", "20");
    place(1, ADA, BOB, "100");

    capture(1, "40");
    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 38");
    assertThat(held(1).status()).isEqualTo(HoldStatus.HELD);
    capture(1, null);

    assertThat(ledger.buckets(BOB)).isEqualTo("0 0 95");
    assertThat(ledger.buckets(ADA)).isEqualTo("0 20 0");
    assertThat(ledger.credits(PlatformAccount.FEES_TRANSFER)).isEqualTo("5");
    assertThat(held(1).status()).isEqualTo(HoldStatus.CAPTURED);
    assertThat(held(1).captured()).isEqualTo(Credits.of(100));
    assertThat(ledger.wallet(ADA).held()).isEqualTo(Credits.ZERO);
    assertThat(capture(1, "1")).isEqualTo(no(Rejection.HOLD_ENDED));
  }

  @Test
  void betweenAgentsOfOneOwnerBucketsStayWhatTheyWere() {
    ledger.buy(ADA, "10.00", "20");
    place(1, ADA, ADAS_OTHER, "100");
    ledger.post(
        new PlainHold.Capture(id(), hold(1), ADA, ADAS_OTHER, Credits.of(100), FIVE_PERCENT));

    assertThat(ledger.buckets(ADAS_OTHER)).isEqualTo("15 80 0");
  }

  @Test
  void aReleaseGivesBackWhatIsLeftExactlyWhereItCameFrom() {
    ledger.buy(ADA, "10.00", "20");
    place(1, ADA, BOB, "100");
    capture(1, "30");

    ledger.post(new PlainHold.Release(id(), hold(1), ADA, BOB));

    assertThat(ledger.buckets(ADA)).isEqualTo("0 90 0");
    assertThat(held(1).status()).isEqualTo(HoldStatus.RELEASED);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          -1, HELD
          0,  EXPIRED
          1,  EXPIRED
          """)
  void aHoldEndsExactlyAtItsTime(long micros, HoldStatus expected) {
    Instant expiresAt = LedgerFixture.START.plusSeconds(60);
    LedgerState state = stateAt(expiresAt.plusNanos(micros * 1000), expiresAt);

    state.due().ifPresent(due -> state.take((Outcome.Accepted) Ledger.apply(state, due)));

    assertThat(state.hold(hold(1)).orElseThrow().status()).isEqualTo(expected);
    assertThat(state.due()).isEmpty();
    assertThat(state.wallet(ADA).orElseThrow().available())
        .isEqualTo(expected == HoldStatus.HELD ? Credits.ZERO : Credits.of(10));
  }

  @Test
  void whatIsOverIsNotCapturedOrReleasedAnyMore() {
    Instant expiresAt = LedgerFixture.START.plusSeconds(60);
    LedgerState state = stateAt(expiresAt, expiresAt);

    assertThat(
            Ledger.apply(state, new PlainHold.Capture(id(), hold(1), ADA, BOB, null, FIVE_PERCENT)))
        .isEqualTo(no(Rejection.HOLD_ENDED));
    assertThat(Ledger.apply(state, new PlainHold.Release(id(), hold(1), ADA, BOB)))
        .isEqualTo(no(Rejection.HOLD_ENDED));
  }

  @Test
  void refusalsAreThoseOfAPaymentAndOfAHold() {
    ledger.buy(ADA, "10.00", "0");
    place(1, ADA, BOB, "50");

    assertThat(place(2, ADA, ADA, "1")).isEqualTo(no(Rejection.SAME_AGENT));
    assertThat(place(2, LedgerFixture.FROZEN, BOB, "1")).isEqualTo(no(Rejection.AGENT_FROZEN));
    assertThat(place(2, ADA, LedgerFixture.CLOSED, "1")).isEqualTo(no(Rejection.AGENT_CLOSED));
    assertThat(place(2, ADA, BOB, "0.000001")).isEqualTo(no(Rejection.NET_IS_ZERO));
    assertThat(place(2, ADA, BOB, "51")).isInstanceOf(Outcome.Rejected.class);
    assertThat(capture(1, "50.000001")).isEqualTo(no(Rejection.MORE_THAN_HELD));
    assertThat(capture(2, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(
            ledger.post(new PlainHold.Capture(id(), hold(1), ADA, ADAS_OTHER, null, FIVE_PERCENT)))
        .as("another payee")
        .isEqualTo(no(Rejection.HOLD_UNKNOWN));
  }

  @Test
  void theServicesOwnHoldsAreNotTouchedThisWayNorThisOneTheirs() {
    ledger.buy(ADA, "10.00", "0");
    ledger.holdForOrder(1, ADA, BOB, "50");
    place(2, ADA, BOB, "50");

    assertThat(capture(1, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(ledger.post(new PlainHold.Release(id(), hold(1), ADA, BOB)))
        .isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(ledger.settle(2, ADA, BOB, "1")).isEqualTo(no(Rejection.HOLD_UNKNOWN));
    assertThat(ledger.release(2, ADA)).isEqualTo(no(Rejection.HOLD_UNKNOWN));
  }

  private Outcome place(int number, AgentId payer, AgentId payee, String amount) {
    return ledger.post(
        new PlainHold.Place(
            id(),
            hold(number),
            payer,
            payee,
            Credits.parse(amount),
            FIVE_PERCENT,
            Duration.ofHours(1),
            Note.NONE));
  }

  private Outcome capture(int number, @Nullable String part) {
    return ledger.post(
        new PlainHold.Capture(
            id(), hold(number), ADA, BOB, part == null ? null : Credits.parse(part), FIVE_PERCENT));
  }

  private Hold held(int number) {
    return ledger.state().hold(hold(number)).orElseThrow();
  }

  /** Ada holds 10 earned credits for Bob and has nothing else. */
  private static LedgerState stateAt(Instant now, Instant expiresAt) {
    Map<AgentId, Wallet> wallets = LedgerFixture.wallets();
    wallets.computeIfPresent(ADA, (id, wallet) -> wallet.withHeld(Credits.of(10)));
    Hold hold =
        Hold.placed(hold(1), HoldPurpose.PAYMENT, ADA, BOB, Credits.of(10), null, expiresAt)
            .withLots(Lots.of(Lot.SEASONED, Credits.of(10)));
    return new LedgerState(
        now,
        1,
        Duration.ZERO,
        new LedgerState.Accounts(wallets, Map.of(hold.id(), hold), Map.of(), Map.of()),
        LedgerState.Past.NONE);
  }

  private static Outcome no(Rejection reason) {
    return new Outcome.Rejected(reason, null);
  }

  private PostingId id() {
    return new PostingId("plain/" + ids++);
  }
}
