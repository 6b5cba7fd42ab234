package dev.agora.marketplace.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import org.junit.jupiter.api.Test;

class PeriodSagaTest {

  private static final PeriodSagaData STARTED =
      new PeriodSagaData(
          "sub_1", "sbp_1", "hld_1", "agt_buyer", "agt_seller", "50", 500, null, null);

  @Test
  void asksTheLedgerToHoldTheMonthsPriceForTheSeller() {
    assertThat(PeriodSaga.placeHold(STARTED))
        .isEqualTo(new PlaceHold("hld_1", "ORDER", "agt_buyer", "agt_seller", "50", "sbp_1"));
  }

  @Test
  void paysAllOfItAtThePinnedRate() {
    assertThat(PeriodSaga.settleHold(STARTED))
        .isEqualTo(new SettleHold("hld_1", "agt_buyer", "agt_seller", "50", 500, "sbp_1"));
  }

  @Test
  void givesBackWhatCouldNotBePaid() {
    assertThat(PeriodSaga.releaseHold(STARTED))
        .isEqualTo(new ReleaseHold("hld_1", "agt_buyer", "the month is not paid"));
  }

  @Test
  void keepsWhatTheBuyerLacks() {
    assertThat(
            PeriodSaga.held(
                    STARTED, new ScriptedReply("insufficient_credits", "{\"missing\": \"20\"}"))
                .missing())
        .isEqualTo("20");
    assertThat(PeriodSaga.held(STARTED, ScriptedReply.success("{}"))).isEqualTo(STARTED);
  }

  @Test
  void remembersWhatTheSellerGot() {
    assertThat(
            PeriodSaga.paid(
                    STARTED,
                    ScriptedReply.success(
                        "{\"net\": \"47.5\", \"fee\": \"2.5\", \"released\": \"0\"}"))
                .posted())
        .isEqualTo(new HoldSettled("47.5", "2.5", "0"));
  }

  @Test
  void theDefinitionIsNamedAndCounted() {
    assertThat(PeriodSaga.DEFINITION.name()).isEqualTo("subscription-period");
    assertThat(PeriodSaga.DEFINITION.version()).isEqualTo(1);
  }
}
