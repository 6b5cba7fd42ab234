package dev.agora.marketplace.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.messaging.WireJson;
import dev.agora.support.Contracts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketplaceMessagesContractTest {

  private static final String BUYER = "agt_" + "1".repeat(32);
  private static final String SELLER = "agt_" + "2".repeat(32);
  private static final String HOLD = "hld_" + "3".repeat(32);
  private static final String ORDER = "ord_" + "4".repeat(32);
  private static final String REFUND = "orf_" + "8".repeat(32);
  private static final String SUBSCRIPTION = "sub_" + "6".repeat(32);
  private static final String PERIOD = "sbp_" + "7".repeat(32);
  private static final String SERVICE = "svc_" + "5".repeat(32);

  private final WireJson json = new WireJson();

  private <P> P read(String example, Class<P> type) {
    return json.read(example.getBytes(StandardCharsets.UTF_8), type);
  }

  @Test
  void readsWhatTheLedgerAnswers() {
    assertThat(read(Contracts.example("ledger.place-hold.refusal"), HoldRefused.class).missing())
        .isEqualTo("20");
    assertThat(read(Contracts.example("ledger.settle-hold.reply"), HoldSettled.class))
        .isEqualTo(new HoldSettled("95", "5", "0"));
  }

  @Test
  void everyRefusalOfAHoldCanBeRead() {
    Contracts.examples("ledger.place-hold.refusal")
        .forEach(example -> assertThat(read(example.json(), HoldRefused.class)).isNotNull());
  }

  @Test
  void commandsToTheLedgerFitItsSchemas() {
    Contracts.validate(
        "ledger.place-hold",
        json.writeText(new PlaceHold(HOLD, "ORDER", BUYER, SELLER, "100", ORDER)));
    Contracts.validate(
        "ledger.release-hold", json.writeText(new ReleaseHold(HOLD, BUYER, "order declined")));
    Contracts.validate(
        "ledger.settle-hold",
        json.writeText(new SettleHold(HOLD, BUYER, SELLER, "0.5", 500, ORDER)));
  }

  @Test
  void aRefundFitsTheLedgersSchemaAndItsAnswersCanBeRead() {
    Contracts.validate(
        "ledger.refund-order",
        json.writeText(new GiveBack(REFUND, HOLD, ORDER, BUYER, SELLER, "0.5", 500)));
    assertThat(read(Contracts.example("ledger.refund-order.reply"), GivenBack.class))
        .isEqualTo(new GivenBack("40", "38", "2"));
    assertThat(read(Contracts.example("ledger.refund-order.refusal"), HoldRefused.class).missing())
        .isEqualTo("8");
  }

  @Test
  void commandsForTheMonthOfASubscriptionFitToo() {
    Contracts.validate(
        "ledger.place-hold",
        json.writeText(new PlaceHold(HOLD, "ORDER", BUYER, SELLER, "50", PERIOD)));
    Contracts.validate(
        "ledger.settle-hold",
        json.writeText(new SettleHold(HOLD, BUYER, SELLER, "50", 500, PERIOD)));
  }

  @Test
  void eventsFitTheirSchemas() {
    Instant at = Instant.parse("2026-11-22T09:30:00.123456Z");
    Contracts.validate(
        "marketplace.order-changed",
        json.writeText(
            new OutboxOrderEvents.OrderChanged(
                ORDER, SERVICE, BUYER, SELLER, "100", "0", "FUNDED", 2, at)));
    Contracts.validate(
        "marketplace.listing-changed",
        json.writeText(
            new OutboxListingEvents.ListingChanged(
                SERVICE, SELLER, "Proof reading", "100", "PER_PROBLEM", "PUBLISHED", 1, at)));
    Contracts.validate(
        "marketplace.subscription-changed",
        json.writeText(
            new OutboxSubscriptionEvents.SubscriptionChanged(
                SUBSCRIPTION, SERVICE, BUYER, SELLER, "50", "PENDING", null, false, 1, at)));
  }

  @Test
  void theNewsOfAMessageFitsItsSchema() {
    Instant at = Instant.parse("2026-11-22T09:30:00.123456Z");
    Contracts.validate(
        "marketplace.message-sent",
        json.writeText(new OutboxMessageEvents.MessageSent(ORDER, BUYER, SELLER, "SELLER", 3, at)));
    Contracts.examples("marketplace.message-sent")
        .forEach(example -> Contracts.validate("marketplace.message-sent", example.json()));
  }

  @Test
  void whatIsSaidAboutBudgetsFits() {
    String budget = "bdg_" + "9".repeat(32);
    Contracts.validate(
        "ledger.place-hold",
        json.writeText(new PlaceHold(HOLD, "ORDER", BUYER, SELLER, "10", budget)));
    Contracts.validate(
        "ledger.settle-hold",
        json.writeText(new SettleHold(HOLD, BUYER, SELLER, "9", 500, budget)));
    Contracts.validate(
        "ledger.capture-hold",
        json.writeText(new CaptureHold(HOLD, BUYER, SELLER, 1, "9", 500, budget + "/1-3")));
    Contracts.validate(
        "marketplace.budget-changed",
        json.writeText(
            new OutboxBudgetEvents.BudgetChanged(
                budget,
                SERVICE,
                BUYER,
                SELLER,
                "10",
                "9",
                "6",
                3,
                "OPEN",
                2,
                Instant.parse("2026-11-22T09:30:00.123456Z"))));
  }

  @Test
  void theExamplesFitTheirSchemas() {
    for (String changed : List.of("order", "listing", "subscription", "budget")) {
      String type = "marketplace." + changed + "-changed";
      Contracts.examples(type).forEach(example -> Contracts.validate(type, example.json()));
    }
  }
}
