package dev.agora.stripesimulator.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import dev.agora.stripesimulator.state.Json;
import org.junit.jupiter.api.Test;

class ExpandRulesTest {
  @Test
  void whatStripeJavaKnowsAsExpandableIsExpanded() {
    assertExpands(SessionRetrieveParams.class, "payment_intent.latest_charge.balance_transaction");
    assertExpands(SessionRetrieveParams.class, "line_items");
    assertExpands(SessionListParams.class, "data.payment_intent");
    assertExpands(BalanceTransactionListParams.class, "data.source.payment_intent");
    assertExpands(TransferCreateParams.class, "destination");
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    assertRefuses(SessionRetrieveParams.class, "amount_total");
    assertRefuses(SessionRetrieveParams.class, "payment_intent.amount");
    assertRefuses(SessionRetrieveParams.class, "payment");
    assertRefuses(SessionListParams.class, "payment_intent");
    assertRefuses(SessionRetrieveParams.class, "a.b.c.d.e");
    assertRefuses(SessionListParams.class, "data");
  }

  private static void assertExpands(Class<?> rules, String path) {
    assertThatCode(() -> ExpandRules.check(rules, expand(path))).doesNotThrowAnyException();
  }

  private static void assertRefuses(Class<?> rules, String path) {
    assertThatThrownBy(() -> ExpandRules.check(rules, expand(path)))
        .isInstanceOf(StripeFailure.class)
        .hasMessageContaining(path);
  }

  private static JsonObject expand(String path) {
    return Json.object("expand", Json.array(path));
  }
}
