package dev.agora.marketplace.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.testing.ScriptedReply;
import org.junit.jupiter.api.Test;

class RefundSagaTest {

  private static final RefundSagaData STARTED =
      new RefundSagaData(
          new GiveBack("orf_1", "hld_1", "ord_1", "agt_buyer", "agt_seller", "40", 500),
          null,
          null);

  @Test
  void remembersWhoPaidWhat() {
    assertThat(
            RefundSaga.answered(
                    STARTED,
                    ScriptedReply.success(
                        "{\"toBuyer\": \"40\", \"fromSeller\": \"38\", \"feeReturned\": \"2\"}"))
                .posted())
        .isEqualTo(new GivenBack("40", "38", "2"));
  }

  @Test
  void keepsWhatTheSellerLacks() {
    RefundSagaData refused =
        RefundSaga.answered(
            STARTED, new ScriptedReply("insufficient_credits", "{\"missing\": \"8\"}"));
    assertThat(refused.missing()).isEqualTo("8");
    assertThat(refused.posted()).isNull();
  }

  @Test
  void theDefinitionIsNamedAndCounted() {
    assertThat(RefundSaga.DEFINITION.name()).isEqualTo("order-refund");
    assertThat(RefundSaga.DEFINITION.version()).isEqualTo(1);
  }
}
