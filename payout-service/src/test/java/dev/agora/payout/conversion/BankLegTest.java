package dev.agora.payout.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BankLegTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
  private static final BankLeg PENDING = BankLeg.NONE.arrived();

  @Test
  void aPayoutIsNewsForDollarsThatWait() {
    assertThat(PENDING.status()).isEqualTo(BankStatus.PENDING);
    assertThat(PENDING.isOlderThan(leg(BankStatus.IN_TRANSIT, "po_1", MONDAY))).isTrue();
  }

  @Test
  void aFailureAfterPaidIsNews() {
    BankLeg paid = leg(BankStatus.PAID, "po_1", MONDAY);
    assertThat(paid.isOlderThan(leg(BankStatus.FAILED, "po_1", MONDAY))).isTrue();
  }

  @Test
  void theSameAgainIsNoNews() {
    BankLeg paid = leg(BankStatus.PAID, "po_1", MONDAY);
    assertThat(paid.isOlderThan(leg(BankStatus.PAID, "po_1", MONDAY))).isFalse();
  }

  @Test
  void anOlderPayoutNeverReplacesALaterOne() {
    BankLeg second = leg(BankStatus.PAID, "po_2", TUESDAY);
    BankLeg first = leg(BankStatus.FAILED, "po_1", MONDAY);
    assertThat(second.isOlderThan(first)).isFalse();
    assertThat(first.isOlderThan(second)).isTrue();
  }

  @Test
  void completionDoesNotTakeBackWhatIsKnown() {
    BankLeg paid = leg(BankStatus.PAID, "po_1", MONDAY);
    assertThat(paid.arrived()).isEqualTo(paid);
  }

  private static BankLeg leg(BankStatus status, String payout, Instant madeAt) {
    return new BankLeg(status, payout, madeAt, null);
  }
}
