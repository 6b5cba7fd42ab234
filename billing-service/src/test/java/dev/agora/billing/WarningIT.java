package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a bank warns of goes back to the card before the bank takes it. */
class WarningIT extends BillingScene {

  /** Pays, and is warned of two seconds later. */
  private static final String WARNED = "4000000000005423";

  @Test
  void whatIsLeftOfAWarnedPurchaseGoesBackOnce() {
    String id = bought("pkg_100", GOOD);
    warn(id);
    awaitStatus(id, "PARTIALLY_REFUNDED");
    warn(id);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(events.received("billing.fraud-warned", id)).hasSize(2));
    assertThat(events.received("billing.fraud-warned", id))
        .extracting(event -> Stage.json(event.json()).path("refunding").booleanValue())
        .containsExactly(true, false);
    events
        .received("billing.fraud-warned", id)
        .forEach(event -> Contracts.validate("billing.fraud-warned", event.json()));
    assertThat(countAtStripe("refund", id)).isEqualTo(1);
  }

  @Test
  void noEventIsNeeded() {
    fault("EVENT_SUPPRESS", "radar.early_fraud_warning.created");
    String id = bought("pkg_100", WARNED);
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(ledger.received("ledger.reserve-refund", owner.agentId())).hasSize(1);
  }

  @Test
  void aWarningThatIsThereBeforeNewsOfThePaymentIsNotForgotten() {
    long before = unknownWarnings();
    JsonNode purchase = Stage.json(buy("pkg_100", key()));
    String id = purchase.path("id").stringValue();
    fault("RATE_LIMIT", "/v1/checkout/sessions*");
    assertThat(Stage.pay(purchase.path("checkoutUrl").stringValue(), WARNED)).isEqualTo(303);
    await().atMost(SOON).until(() -> unknownWarnings() == before + 1);
    assertThat(status(id)).isEqualTo("AWAITING_PAYMENT");

    Stage.simulator("DELETE", "/_sim/faults", "");
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(unknownWarnings()).isEqualTo(before);
    assertThat(countAtStripe("refund", id)).isEqualTo(1);
  }

  private String status(String id) {
    return read(id).path("status").stringValue();
  }

  private long unknownWarnings() {
    return database
        .sql("SELECT count(*) FROM fraud_warning WHERE purchase_id IS NULL")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  private static void warn(String purchaseId) {
    Stage.simulator(
        "POST", "/_sim/fraud-warnings", "{\"charge\": \"" + Stage.chargeOf(purchaseId) + "\"}");
  }
}
