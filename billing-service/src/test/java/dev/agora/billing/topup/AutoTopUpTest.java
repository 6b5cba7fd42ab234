package dev.agora.billing.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.billing.card.CardId;
import dev.agora.billing.purchase.PurchaseId;
import dev.agora.money.Credits;
import dev.agora.money.Usd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutoTopUpTest {

  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final PurchaseId PURCHASE = new PurchaseId("pur_" + "1".repeat(32));
  private static final TopUpTerms TERMS = terms("pkg_10", null);
  private static final AutoTopUp RULE = AutoTopUp.first("agt_1", "hum_1", TERMS, NOW);

  @Test
  void aSuccessForgetsTheDeclinesBeforeIt() {
    AutoTopUp succeeded =
        RULE.started(PURCHASE, NOW).declined(NOW, NOW).started(PURCHASE, NOW).succeeded(NOW);
    assertThat(succeeded.declines()).isZero();
    assertThat(succeeded.inFlight()).isNull();
    assertThat(succeeded.version()).isEqualTo(5);
  }

  @Test
  void aDeclineLetsTheCardRest() {
    AutoTopUp declined = RULE.started(PURCHASE, NOW).declined(NOW.plusSeconds(60), NOW);
    assertThat(declined.declines()).isEqualTo(1);
    assertThat(declined.notBefore()).isEqualTo(NOW.plusSeconds(60));
    assertThat(declined.inFlight()).isNull();
    assertThat(declined.status()).isEqualTo(TopUpStatus.ON);
  }

  @Test
  void setAnewItWorksAgainButKeepsWhatIsUnderWay() {
    AutoTopUp off = RULE.off(OffReason.DECLINED, 2, NOW);
    assertThat(off.setAnew("hum_1", TERMS, NOW).status()).isEqualTo(TopUpStatus.ON);
    assertThat(off.setAnew("hum_1", TERMS, NOW).declines()).isZero();
    assertThat(RULE.started(PURCHASE, NOW).removed(NOW).setAnew("hum_1", TERMS, NOW).inFlight())
        .isEqualTo(PURCHASE);
  }

  @Test
  void termsNameEitherAPackageOrAnAmount() {
    assertThatThrownBy(() -> terms("pkg_10", Usd.ofCents(1000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> terms(null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  private static TopUpTerms terms(@Nullable String packageId, @Nullable Usd amount) {
    return new TopUpTerms(
        Credits.of(50), packageId, amount, Usd.ofCents(5000), new CardId("pmt_" + "2".repeat(32)));
  }
}
