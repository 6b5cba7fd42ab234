package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import org.junit.jupiter.api.Test;

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

  private static void warn(String purchaseId) {
    Stage.simulator(
        "POST", "/_sim/fraud-warnings", "{\"charge\": \"" + Stage.chargeOf(purchaseId) + "\"}");
  }
}
