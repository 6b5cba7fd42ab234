package dev.agora.marketplace.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import org.junit.jupiter.api.Test;

class OrderSagaTest {

  private static final OrderSagaData STARTED =
      new OrderSagaData(
          "ord_1", "hld_1", "agt_buyer", "agt_seller", "100", 500, null, null, null, null);

  @Test
  void asksTheLedgerToHoldThePriceForTheSeller() {
    assertThat(OrderSaga.placeHold(STARTED))
        .isEqualTo(new PlaceHold("hld_1", "ORDER", "agt_buyer", "agt_seller", "100", "ord_1"));
  }

  @Test
  void keepsWhyTheLedgerRefusedAndWhatIsMissing() {
    OrderSagaData refused =
        OrderSaga.funded(
            STARTED, new ScriptedReply("insufficient_credits", "{\"missing\": \"20\"}"));
    assertThat(refused.refusal()).isEqualTo("insufficient_credits");
    assertThat(refused.missing()).isEqualTo("20");
  }

  @Test
  void settlesWhatTheOrderDecidedAtThePinnedRate() {
    OrderSagaData decided =
        OrderSaga.decided(STARTED, ScriptedReply.success("{\"sellerGross\": \"60\"}"));
    assertThat(OrderSaga.settleHold(decided))
        .isEqualTo(new SettleHold("hld_1", "agt_buyer", "agt_seller", "60", 500, "ord_1"));
  }

  @Test
  void releasesWithTheOrdersOwnReason() {
    OrderSagaData declined = OrderSaga.decided(STARTED, new ScriptedReply("declined", "{}"));
    assertThat(OrderSaga.releaseHold(declined))
        .isEqualTo(new ReleaseHold("hld_1", "agt_buyer", "order declined"));
  }

  @Test
  void remembersWhatTheLedgerPosted() {
    OrderSagaData posted =
        OrderSaga.settled(
            STARTED,
            ScriptedReply.success("{\"net\": \"95\", \"fee\": \"5\", \"released\": \"0\"}"));
    assertThat(posted.posted()).isEqualTo(new HoldSettled("95", "5", "0"));
  }

  @Test
  void theDefinitionNamesItsStepsInTheOrderOfTheFlow() {
    assertThat(OrderSaga.DEFINITION.name()).isEqualTo("order");
    assertThat(OrderSaga.DEFINITION.version()).isEqualTo(1);
  }
}
