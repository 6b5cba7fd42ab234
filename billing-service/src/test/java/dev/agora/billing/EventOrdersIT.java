package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.ScriptedParticipant.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Every order of Stripe's events for one purchase, refund and dispute, each event dropped or
 * repeated: the same commands to the ledger, once each, and the same end. Goal R3.
 *
 * <p>The pollers look so rarely here that only events, or at the very end the pollers, decide.
 */
class EventOrdersIT extends BillingScene {

  private static final OwnStripe STRIPE = new OwnStripe();
  private static final Duration IN_THE_END = Duration.ofSeconds(90);

  private static final List<String> OF_PURCHASE =
      List.of(
          "payment_intent.payment_failed",
          "charge.succeeded",
          "payment_intent.succeeded",
          "checkout.session.completed");
  private static final List<String> OF_REFUND =
      List.of("refund.created", "charge.refunded", "refund.failed");
  private static final List<String> OF_LOST =
      List.of("charge.dispute.created", "charge.dispute.funds_withdrawn", "charge.dispute.closed");
  private static final List<String> OF_WON =
      List.of(
          "charge.dispute.created",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated",
          "charge.dispute.closed");

  @DynamicPropertySource
  static void ownStripe(DynamicPropertyRegistry registry) {
    registry.add("agora.stripe.api-base", STRIPE::baseUrl);
    registry.add("agora.billing.check-interval-min", () -> "25s");
    registry.add("agora.billing.dispute.check-interval", () -> "25s");
    registry.add("agora.billing.reconciliation.interval", () -> "25s");
  }

  @Test
  void everyOrderOfAPurchasesEventsPostsItOnce() {
    List<String> purchases = new ArrayList<>();
    for (List<Integer> order : Orders.ofSome(OF_PURCHASE.size())) {
      for (int times : List.of(1, 3)) {
        String id = open();
        deliver(id, OF_PURCHASE, Orders.repeated(order, times));
        purchases.add(id);
      }
    }
    assertThat(purchases).hasSize(2 * 65);
    sameEnd(purchases, "COMPLETED", Map.of("ledger.post-purchase", 1));
  }

  @Test
  void everyOrderOfALostDisputesEventsTakesTheCreditsOnce() {
    sameEnd(
        disputed(OF_LOST, "lost", List.of(1, 3)),
        "REFUNDED",
        Map.of("ledger.post-purchase", 1, "ledger.freeze-dispute", 1, "ledger.close-dispute", 1));
  }

  @Test
  void everyOrderOfAWonDisputesEventsGivesTheCreditsBackOnce() {
    sameEnd(
        disputed(OF_WON, "won", List.of(2)),
        "COMPLETED",
        Map.of("ledger.post-purchase", 1, "ledger.freeze-dispute", 1, "ledger.close-dispute", 1));
  }

  @Test
  void everyOrderOfARefundsEventsGivesBackOnceAndSeesItFail() {
    List<String> purchases = new ArrayList<>();
    for (List<Integer> order : Orders.ofSome(OF_REFUND.size())) {
      for (int times : List.of(1, 3)) {
        String id = completed();
        call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key());
        awaitStatus(id, "PARTIALLY_REFUNDED");
        STRIPE.call("POST", "/_sim/refunds/" + STRIPE.idOf("refund", id) + "/fail", "{}");
        deliver(id, OF_REFUND, Orders.repeated(order, times));
        purchases.add(id);
      }
    }
    for (String id : purchases) {
      await()
          .atMost(IN_THE_END)
          .until(
              () ->
                  Stage.json(get("/" + id + "/refund"))
                      .path("status")
                      .stringValue()
                      .equals("FAILED"));
      assertThat(STRIPE.objects("refund", id)).hasSize(1);
    }
    sameEnd(
        purchases,
        "PARTIALLY_REFUNDED",
        Map.of("ledger.post-purchase", 1, "ledger.reserve-refund", 1, "ledger.capture-refund", 1));
  }

  /** With every second order the events that there are come before the verdict as well. */
  private List<String> disputed(List<String> types, String verdict, List<Integer> repetitions) {
    List<String> purchases = new ArrayList<>();
    for (List<Integer> order : Orders.ofSome(types.size())) {
      for (int times : repetitions) {
        String id = completed();
        JsonNode dispute = STRIPE.dispute(id);
        if (purchases.size() % 2 == 0) {
          deliver(dispute.path("id").stringValue(), types, order);
        }
        STRIPE.close(dispute, verdict);
        deliver(dispute.path("id").stringValue(), types, Orders.repeated(order, times));
        purchases.add(id);
      }
    }
    return purchases;
  }

  /** A purchase that is paid with the second card, and of which billing knows nothing yet. */
  private String open() {
    JsonNode purchase = Stage.json(buy("pkg_10", key()));
    String url = purchase.path("checkoutUrl").stringValue();
    assertThat(Stage.pay(url, DECLINED)).isEqualTo(402);
    assertThat(Stage.pay(url, GOOD)).isEqualTo(303);
    return purchase.path("id").stringValue();
  }

  private String completed() {
    String id = open();
    deliver(id, OF_PURCHASE, List.of(3));
    awaitStatus(id, "COMPLETED");
    return id;
  }

  /** Delivers those of the events that Stripe has made so far. */
  private void deliver(String about, List<String> types, List<Integer> order) {
    Map<String, JsonNode> made = new HashMap<>();
    STRIPE.events(about, types).forEach(event -> made.put(event.path("type").stringValue(), event));
    for (int index : order) {
      JsonNode event = made.get(types.get(index));
      if (event != null) {
        OwnStripe.deliver(event, uri("/webhooks/stripe"));
      }
    }
  }

  private void sameEnd(List<String> purchases, String status, Map<String, Integer> commands) {
    Set<String> ends = new TreeSet<>();
    for (String id : purchases) {
      await()
          .atMost(IN_THE_END)
          .untilAsserted(() -> assertThat(read(id).path("status").stringValue()).isEqualTo(status));
      ends.add(end(id, commands));
    }
    assertThat(ends).as("ends of %d purchases", purchases.size()).hasSize(1);
  }

  /** What the ledger was asked for and what the buyer sees, without names and times. */
  private String end(String id, Map<String, Integer> commands) {
    StringBuilder end = new StringBuilder();
    commands.forEach(
        (type, count) -> {
          Map<String, String> asked = new HashMap<>();
          for (Received command : ledger.received(type, owner.agentId())) {
            if (command.json().contains(id)) {
              asked.put(command.headers().get("command-id"), command.json());
            }
          }
          assertThat(asked).as(type + " of " + id).hasSize(count);
          asked.values().forEach(json -> end.append(type).append(nameless(json)).append('\n'));
        });
    return end.append(nameless(read(id).toString())).toString();
  }

  private static String nameless(String json) {
    return json.replaceAll("(pur|rfd|dsp|hld|txn|cs_test|pi|ch)_[0-9a-zA-Z]+", "$1")
        .replaceAll("20\\d\\d-[0-9T:.Z-]+", "at")
        .replaceAll("\"checkoutUrl\":[^,}]*", "");
  }
}
