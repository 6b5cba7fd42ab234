package dev.agora.marketplace.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.marketplace.Ids;
import dev.agora.marketplace.RunningMarketplace;
import dev.agora.marketplace.Trader;
import dev.agora.marketplace.listing.Listings;
import dev.agora.money.Economy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class SubscriptionIT extends RunningMarketplace {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired private Subscriptions subscriptions;
  @Autowired private SubscriptionMachine machine;
  @Autowired private Payments payments;
  @Autowired private List<SubscriptionFollower> followers;
  @Autowired private Listings listings;
  @Autowired private Economy economy;
  @Autowired private Ids ids;
  @Autowired private TransactionTemplate transactions;

  private record Deal(Trader seller, Trader buyer, String service, String subscription) {

    JsonNode view() {
      return buyer.get("/subscriptions/" + subscription).expect(200);
    }

    Trader.Answer act(Trader who, String action, String body) {
      return who.post("/subscriptions/" + subscription + "/" + action, body);
    }
  }

  /** A subscription for 50 credits a month, its first one paid. */
  private Deal deal() {
    Trader seller = trader();
    Trader buyer = trader();
    String service = seller.publishMonthly("Knowledge", "50");
    JsonNode begun = buyer.subscribe(service).expect(202);
    Deal deal = new Deal(seller, buyer, service, begun.get("id").asString());
    awaitAnswer(deal);
    return deal;
  }

  /** Does what the clock would do at a moment, in a process whose clock shows it. */
  private void at(Instant moment, Deal deal) {
    ChangeSubscription then =
        new ChangeSubscription(
            subscriptions,
            machine,
            payments,
            followers,
            listings,
            economy,
            ids,
            Clock.fixed(moment, ZoneOffset.UTC));
    SubscriptionId id = new SubscriptionId(deal.subscription());
    transactions.executeWithoutResult(status -> then.catchUp(id));
    awaitAnswer(deal);
  }

  /** Comes to the next moment at which something is due, which a row says. */
  private Instant atNext(Deal deal) {
    Instant due = Objects.requireNonNull(stored(deal).dueAt());
    assertThat(subscriptions.due(due.minusNanos(1000), 10_000)).doesNotContain(stored(deal).id());
    assertThat(subscriptions.due(due, 10_000)).contains(stored(deal).id());
    at(due, deal);
    return due;
  }

  private Subscription stored(Deal deal) {
    return subscriptions.find(new SubscriptionId(deal.subscription())).orElseThrow();
  }

  private void awaitAnswer(Deal deal) {
    await().atMost(PATIENCE).until(() -> !stored(deal).period().isAsked());
  }

  private static Instant instant(JsonNode view, String member) {
    return Instant.parse(view.get(member).asString());
  }

  private static Instant monthsAfter(JsonNode view, int months) {
    return instant(view, "createdAt").atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
  }

  @Test
  void theFirstMonthIsPaidAtOnceAndEachFurtherOneOnItsDay() {
    Deal deal = deal();
    JsonNode first = deal.view();
    assertThat(first.get("status").asString()).isEqualTo("ACTIVE");
    assertThat(instant(first, "renewsAt")).isEqualTo(monthsAfter(first, 1));
    assertThat(first.at("/months/0/sellerNet").asString()).isEqualTo("47.5");
    assertThat(first.at("/months/0/fee").asString()).isEqualTo("2.5");
    assertThat(ledger.asked(stored(deal).period().holdId()))
        .containsExactly("place 50", "settle 50");
    at(instant(first, "renewsAt").minusNanos(1000), deal);
    assertThat(deal.view()).isEqualTo(first);
    atNext(deal);
    JsonNode second = deal.view();
    assertThat(second.get("months")).hasSize(2);
    assertThat(instant(second, "paidUntil")).isEqualTo(monthsAfter(second, 2));
    assertThat(deal.seller().get("/subscriptions/" + deal.subscription()).expect(200).get("status"))
        .isEqualTo(second.get("status"));
    JsonNode listing = anybody().get("/services/" + deal.service()).expect(200);
    assertThat(listing.get("sold").asInt()).isEqualTo(1);
  }

  @Test
  void aBuyerWithoutCreditsIsRejectedWithWhatIsMissingAndCanComeAgain() {
    Trader buyer = trader();
    ledger.makePoor(buyer.id());
    String service = trader().publishMonthly("Dear knowledge", "50");
    String key = UUID.randomUUID().toString();
    JsonNode rejected = buyer.subscribe(service, "", key).expect(202);
    assertThat(rejected.get("status").asString()).isEqualTo("REJECTED");
    assertThat(rejected.at("/rejection/code").asString()).isEqualTo("insufficient_credits");
    assertThat(rejected.at("/rejection/missing").asString()).isEqualTo("20");
    Trader.Answer again = buyer.subscribe(service, "", key);
    assertThat(again.expect(202)).isEqualTo(rejected);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    ledger.makeRich(buyer.id());
    assertThat(buyer.subscribe(service).expect(202).get("status").asString()).isEqualTo("ACTIVE");
    assertThat(buyer.get("/subscriptions").expect(200).get("items")).hasSize(2);
  }

  @Test
  void aRenewalThatIsRefusedForThreeDaysEndsIt() {
    Deal deal = deal();
    ledger.makePoor(deal.buyer().id());
    Instant end = atNext(deal);
    JsonNode pastDue = deal.view();
    assertThat(pastDue.get("status").asString()).isEqualTo("PAST_DUE");
    assertThat(instant(pastDue, "retryAt")).isEqualTo(end.plus(Duration.ofHours(12)));
    assertThat(instant(pastDue, "graceUntil")).isEqualTo(end.plus(Duration.ofDays(3)));
    Instant last = end;
    for (int retry = 0; retry < 6; retry++) {
      assertThat(deal.view().get("status").asString()).isEqualTo("PAST_DUE");
      last = atNext(deal);
    }
    assertThat(last).isEqualTo(end.plus(Duration.ofDays(3)));
    JsonNode expired = deal.view();
    assertThat(expired.get("status").asString()).isEqualTo("EXPIRED");
    assertThat(expired.at("/rejection/code").asString()).isEqualTo("insufficient_credits");
    assertThat(expired.at("/months/0/attempts").asInt()).isEqualTo(7);
    assertThat(expired.get("nextActions")).isEmpty();
    deal.act(deal.buyer(), "cancel", "").expectProblem(409, "subscription_ended");
  }

  @Test
  void aRenewalThatIsPaidLateKeepsItsDay() {
    Deal deal = deal();
    ledger.makePoor(deal.buyer().id());
    atNext(deal);
    ledger.makeRich(deal.buyer().id());
    atNext(deal);
    JsonNode active = deal.view();
    assertThat(active.get("status").asString()).isEqualTo("ACTIVE");
    assertThat(active.get("rejection").isNull()).isTrue();
    assertThat(instant(active, "paidUntil")).isEqualTo(monthsAfter(active, 2));
    assertThat(active.at("/months/0/attempts").asInt()).isEqualTo(2);
  }

  @Test
  void eitherSideEndsItWhenWhatIsPaidIsOver() {
    for (boolean bySeller : List.of(false, true)) {
      Deal deal = deal();
      Trader who = bySeller ? deal.seller() : deal.buyer();
      JsonNode ending = deal.act(who, "cancel", "{}").expect(200);
      assertThat(ending.get("status").asString()).isEqualTo("ACTIVE");
      assertThat(ending.get("endsAt")).isEqualTo(ending.get("paidUntil"));
      assertThat(ending.get("renewsAt").isNull()).isTrue();
      deal.act(deal.buyer(), "cancel", "").expectProblem(409, "already_canceled");
      atNext(deal);
      JsonNode ended = deal.view();
      assertThat(ended.get("status").asString()).isEqualTo("CANCELED");
      assertThat(ended.get("months")).hasSize(1);
      assertThat(stored(deal).dueAt()).isNull();
    }
  }

  @Test
  void theSellerAsksWhetherTheBuyerMayUseTheService() {
    Deal deal = deal();
    String path = "/subscriptions/" + deal.subscription() + "/entitlement";
    JsonNode paid = deal.seller().get(path).expect(200);
    assertThat(paid.get("entitled").asBoolean()).isTrue();
    assertThat(paid.get("buyer").asString()).isEqualTo(deal.buyer().id());
    assertThat(paid.get("until")).isEqualTo(deal.view().get("paidUntil"));
    ledger.makePoor(deal.buyer().id());
    atNext(deal);
    JsonNode pastDue = deal.seller().get(path).expect(200);
    assertThat(pastDue.get("status").asString()).isEqualTo("PAST_DUE");
    assertThat(pastDue.get("entitled").asBoolean()).isFalse();
    trader().get(path).expectProblem(404, "subscription_not_found");
  }

  @Test
  void aWithdrawnServiceIsNotRenewedAndAPausedOneIs() {
    Deal withdrawn = deal();
    withdrawn.seller().delete("/services/" + withdrawn.service()).expect(200);
    atNext(withdrawn);
    assertThat(withdrawn.view().get("status").asString()).isEqualTo("EXPIRED");
    assertThat(withdrawn.view().at("/rejection/code").asString()).isEqualTo("service_withdrawn");
    Deal paused = deal();
    paused
        .seller()
        .patch("/services/" + paused.service(), "{\"status\": \"PAUSED\"}", null)
        .expect(200);
    trader().subscribe(paused.service()).expectProblem(409, "service_not_for_sale");
    atNext(paused);
    assertThat(paused.view().get("status").asString()).isEqualTo("ACTIVE");
    assertThat(paused.view().get("months")).hasSize(2);
  }

  @Test
  void aNewPriceNeedsTheBuyersConsent() {
    Deal deal = deal();
    deal.act(deal.buyer(), "consent", "{\"price\": \"50\"}").expectProblem(409, "no_new_terms");
    deal.seller().patch("/services/" + deal.service(), "{\"price\": \"60\"}", null).expect(200);
    assertThat(deal.view().at("/offer/price").asString()).isEqualTo("60");
    atNext(deal);
    assertThat(deal.view().at("/months/0/price").asString()).isEqualTo("50");
    deal.act(deal.seller(), "consent", "{\"price\": \"60\"}").expectProblem(409, "not_your_move");
    deal.act(deal.buyer(), "consent", "{\"price\": \"55\"}").expectProblem(409, "terms_changed");
    JsonNode wrong =
        deal.act(deal.buyer(), "consent", "{\"price\": \"0\"}")
            .expectProblem(422, "invalid_request");
    assertThat(wrong.at("/errors/0/pointer").asString()).isEqualTo("/price");
    JsonNode agreed = deal.act(deal.buyer(), "consent", "{\"price\": \"60\"}").expect(200);
    assertThat(agreed.get("price").asString()).isEqualTo("60");
    assertThat(agreed.has("offer")).isFalse();
    atNext(deal);
    assertThat(deal.view().at("/months/0/price").asString()).isEqualTo("60");
    assertThat(deal.view().at("/months/0/sellerNet").asString()).isEqualTo("57");
  }

  @Test
  void subscriptionsAreForTheirTwoSidesOnly() {
    Deal deal = deal();
    Trader stranger = trader();
    stranger
        .get("/subscriptions/" + deal.subscription())
        .expectProblem(404, "subscription_not_found");
    deal.act(stranger, "cancel", "").expectProblem(404, "subscription_not_found");
    stranger.get("/subscriptions/nonsense").expectProblem(404, "subscription_not_found");
    assertThat(stranger.get("/subscriptions").expect(200).get("items")).isEmpty();
    assertThat(deal.seller().get("/subscriptions?role=seller").expect(200).get("items")).hasSize(1);
    assertThat(deal.seller().get("/subscriptions?role=buyer").expect(200).get("items")).isEmpty();
    stranger.get("/subscriptions?role=judge").expectProblem(422, "invalid_request");
    deal.buyer()
        .post("/subscriptions/" + deal.subscription() + "/cancel", "{}", "\"1\"")
        .expectProblem(412, "stale_version");
  }
}
