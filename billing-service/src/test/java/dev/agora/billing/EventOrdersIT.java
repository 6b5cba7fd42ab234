package dev.agora.billing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.billing.dispute.SweepDisputes;
import dev.agora.billing.purchase.SweepUnpaid;
import dev.agora.billing.reconciliation.ReadStatement;
import dev.agora.support.ScriptedParticipant.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Every order of Stripe's events for one purchase, refund and dispute, each event dropped or
 * repeated: the same commands to the ledger, once each, and the same end. Goal R3.
 *
 * <p>No poller runs by itself: where an event that tells of the end arrives, that alone decides;
 * what was dropped is found when the pollers look, at the very end.
 */
class EventOrdersIT extends BillingScene {

  private static final OwnStripe STRIPE = new OwnStripe();
  private static final Duration IN_THE_END = Duration.ofSeconds(40);
  private static final String PURCHASES = "/api/v1/billing/purchases/";

  /**
   * How an order of events comes.
   *
   * @param times each event, one round after the other
   * @param early whether the events that there are before the end also come before it
   */
  private record Manner(int times, boolean early) {}

  /** A purchase, and what tells of it. */
  private record Case(String id, List<Integer> order, Manner manner) {}

  /**
   * What Stripe tells of one thing.
   *
   * @param types of the events
   * @param telling those that make billing look
   * @param last those that are made with the end
   */
  private record Story(List<String> types, Set<String> telling, Set<String> last) {

    /** Each event is handled once, so that one that came early tells of nothing later. */
    boolean tells(Case of) {
      return of.order.stream()
          .map(types::get)
          .anyMatch(type -> telling.contains(type) && (!of.manner.early || last.contains(type)));
    }
  }

  private static final Story PURCHASE =
      new Story(
          List.of(
              "payment_intent.payment_failed",
              "charge.succeeded",
              "payment_intent.succeeded",
              "checkout.session.completed"),
          Set.of(
              "payment_intent.payment_failed",
              "payment_intent.succeeded",
              "checkout.session.completed"),
          Set.of("payment_intent.succeeded", "checkout.session.completed"));
  private static final Story REFUND =
      new Story(
          List.of("refund.created", "charge.refunded", "refund.failed"),
          Set.of("refund.created", "refund.failed"),
          Set.of("refund.failed"));
  private static final Story LOST = dispute();
  private static final Story WON = dispute("charge.dispute.funds_reinstated");

  private static final List<Manner> EVERY_MANNER =
      List.of(new Manner(1, false), new Manner(1, true), new Manner(3, false), new Manner(3, true));

  @Autowired private SweepUnpaid sweepUnpaid;
  @Autowired private SweepDisputes sweepDisputes;
  @Autowired private ReadStatement readStatement;

  @DynamicPropertySource
  static void ownStripe(DynamicPropertyRegistry registry) {
    registry.add("agora.stripe.api-base", STRIPE::baseUrl);
    registry.add("agora.billing.poll-interval", () -> "1h");
    registry.add("agora.billing.check-interval-min", () -> "1ms");
    registry.add("agora.billing.check-batch", () -> "1000");
    registry.add("agora.billing.event.undelivered-interval", () -> "1h");
    registry.add("agora.billing.dispute.check-interval", () -> "1h");
    registry.add("agora.billing.dispute.check-batch", () -> "1000");
    registry.add("agora.billing.warning.check-interval", () -> "1h");
    registry.add("agora.billing.reconciliation.interval", () -> "1h");
  }

  @Test
  void everyOrderOfAPurchasesEventsPostsItOnce() {
    List<Case> cases = cases(PURCHASE, List.of(new Manner(1, false), new Manner(3, true)));
    Map<String, String> pages = STRIPE.bySubject("checkout.session", "url");
    AtOnce.each(cases, one -> assertThat(Stage.pay(of(one, pages), DECLINED)).isEqualTo(402));
    deliverEarly(cases, PURCHASE, Case::id);
    AtOnce.each(cases, one -> assertThat(Stage.pay(of(one, pages), GOOD)).isEqualTo(303));
    deliver(cases, PURCHASE, Case::id);
    awaitEnd(cases, PURCHASE::tells, one -> is(one, "COMPLETED"), sweepUnpaid::sweep);
    sameEnd(cases, Map.of("ledger.post-purchase", 1));
  }

  @Test
  void everyOrderOfALostDisputesEventsTakesTheCreditsOnce() {
    disputed(LOST, "lost", EVERY_MANNER, "REFUNDED");
  }

  @Test
  void everyOrderOfAWonDisputesEventsGivesTheCreditsBackOnce() {
    disputed(WON, "won", List.of(new Manner(2, true), new Manner(1, false)), "COMPLETED");
  }

  @Test
  void everyOrderOfARefundsEventsGivesBackOnceAndSeesItFail() {
    List<Case> cases = completed(REFUND, EVERY_MANNER);
    AtOnce.each(cases, one -> call("POST", PURCHASES + one.id + "/refund", "{}", key()));
    awaitAll(cases, one -> is(one, "PARTIALLY_REFUNDED"));
    deliverEarly(cases, REFUND, Case::id);
    Map<String, String> refunds = STRIPE.bySubject("refund", "id");
    AtOnce.each(
        cases, one -> STRIPE.call("POST", "/_sim/refunds/" + of(one, refunds) + "/fail", "{}"));
    deliver(cases, REFUND, Case::id);
    awaitEnd(
        cases,
        REFUND::tells,
        one -> get("/" + one.id + "/refund").body().contains("\"FAILED\""),
        readStatement::readOn);
    Set<String> purchases = cases.stream().map(Case::id).collect(Collectors.toSet());
    assertThat(STRIPE.all("refund", one -> purchases.contains(OwnStripe.subject(one))))
        .hasSize(cases.size());
    sameEnd(
        cases,
        Map.of("ledger.post-purchase", 1, "ledger.reserve-refund", 1, "ledger.capture-refund", 1));
  }

  private static Story dispute(String... more) {
    Set<String> last = new TreeSet<>(List.of(more));
    last.add("charge.dispute.closed");
    List<String> types = new ArrayList<>();
    types.add("charge.dispute.created");
    types.add("charge.dispute.funds_withdrawn");
    types.addAll(last);
    return new Story(types, Set.copyOf(types), last);
  }

  private void disputed(Story story, String verdict, List<Manner> manners, String end) {
    List<Case> cases = completed(story, manners);
    Map<String, String> charges = STRIPE.bySubject("charge", "id");
    Map<String, JsonNode> disputes = new ConcurrentHashMap<>();
    AtOnce.each(
        cases,
        one ->
            disputes.put(
                one.id,
                STRIPE.call(
                    "POST", "/_sim/disputes", "{\"charge\": \"" + of(one, charges) + "\"}")));
    Function<Case, String> subject = one -> of(one, disputes).path("id").stringValue();
    deliverEarly(cases, story, subject);
    AtOnce.each(cases, one -> STRIPE.close(of(one, disputes), verdict));
    deliver(cases, story, subject);
    awaitEnd(cases, story::tells, one -> isClosed(one, end), sweepDisputes::sweep);
    sameEnd(
        cases,
        Map.of("ledger.post-purchase", 1, "ledger.freeze-dispute", 1, "ledger.close-dispute", 1));
  }

  /** A purchase for every order of some of the events, in every manner. */
  private List<Case> cases(Story story, List<Manner> manners) {
    List<Case> cases = new CopyOnWriteArrayList<>();
    List<Case> wanted = new ArrayList<>();
    for (List<Integer> order : Orders.ofSome(story.types.size())) {
      manners.forEach(manner -> wanted.add(new Case("", order, manner)));
    }
    AtOnce.each(
        wanted,
        one -> {
          String id = Stage.json(buy("pkg_100", key())).path("id").stringValue();
          cases.add(new Case(id, one.order, one.manner));
        });
    return cases;
  }

  private List<Case> completed(Story story, List<Manner> manners) {
    List<Case> cases = cases(story, manners);
    Map<String, String> pages = STRIPE.bySubject("checkout.session", "url");
    AtOnce.each(cases, one -> assertThat(Stage.pay(of(one, pages), GOOD)).isEqualTo(303));
    awaitEnd(cases, _ -> false, one -> is(one, "COMPLETED"), sweepUnpaid::sweep);
    return cases;
  }

  /** Those of the early cases' events that Stripe has made so far. */
  private void deliverEarly(List<Case> cases, Story story, Function<Case, String> subject) {
    deliver(cases.stream().filter(one -> one.manner.early).toList(), story, subject);
  }

  private void deliver(List<Case> cases, Story story, Function<Case, String> subject) {
    Map<String, Map<String, JsonNode>> made = STRIPE.eventsBySubject(story.types);
    AtOnce.each(
        cases,
        one -> {
          Map<String, JsonNode> about = made.getOrDefault(subject.apply(one), Map.of());
          for (int index : Orders.repeated(one.order, one.manner.times)) {
            JsonNode event = about.get(story.types.get(index));
            if (event != null) {
              OwnStripe.deliver(event, uri("/webhooks/stripe"));
            }
          }
        });
  }

  /** Those of which an event told end by that; the others when the pollers look. */
  private void awaitEnd(
      List<Case> cases, Predicate<Case> told, Predicate<Case> ended, Runnable look) {
    awaitAll(cases.stream().filter(told).toList(), ended);
    await()
        .atMost(IN_THE_END)
        .until(
            () -> {
              look.run();
              return cases.stream().allMatch(ended);
            });
  }

  private static void awaitAll(List<Case> cases, Predicate<Case> ended) {
    List<Case> open = new ArrayList<>(cases);
    await()
        .atMost(IN_THE_END)
        .untilAsserted(
            () -> {
              open.removeIf(ended);
              assertThat(open).isEmpty();
            });
  }

  private static <T> T of(Case one, Map<String, T> bySubject) {
    return requireNonNull(bySubject.get(one.id), one.id);
  }

  private boolean is(Case one, String status) {
    return read(one.id).path("status").stringValue().equals(status);
  }

  private boolean isClosed(Case one, String status) {
    return is(one, status) && !get("/" + one.id + "/dispute").body().contains("\"OPEN\"");
  }

  private void sameEnd(List<Case> cases, Map<String, Integer> commands) {
    Map<String, Map<String, String>> asked = new HashMap<>();
    for (String type : commands.keySet()) {
      for (Received command : ledger.received(type, owner.agentId())) {
        String purchase = Stage.json(command.json()).path("purchaseId").stringValue();
        asked
            .computeIfAbsent(type + purchase, _ -> new HashMap<>())
            .put(command.headers().get("command-id"), command.json());
      }
    }
    Set<String> ends = new TreeSet<>();
    for (Case one : cases) {
      StringBuilder end = new StringBuilder();
      commands.forEach(
          (type, count) -> {
            Map<String, String> of = asked.getOrDefault(type + one.id, Map.of());
            assertThat(of).as(type + " of " + one).hasSize(count);
            of.values().forEach(json -> end.append(type).append(nameless(json)).append('\n'));
          });
      ends.add(end.append(nameless(read(one.id).toString())).toString());
    }
    assertThat(ends).as("ends of %d purchases", cases.size()).hasSize(1);
  }

  private static String nameless(String json) {
    return json.replaceAll("(pur|rfd|dsp|hld|txn|cs_test|pi|ch)_[0-9a-zA-Z]+", "$1")
        .replaceAll("20\\d\\d-[0-9T:.Z-]+", "at");
  }
}
