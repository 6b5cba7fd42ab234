package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.RandomText;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Poll;
import dev.agora.local.launcher.client.StripePages;
import java.net.URI;
import java.util.Map;

/** What the economy says no to, and that a no changes nothing. */
public final class Refusals {
  private static final String NOBODY = "agt_" + "0".repeat(32);

  private final Api anyone;
  private final Cast cast;
  private final Checks checks;

  public Refusals(URI gateway, Cast cast, Checks checks) {
    anyone = Api.at(gateway);
    this.cast = cast;
    this.checks = checks;
  }

  public void walk() {
    checks.step("8. What is refused, and changes nothing.");
    String before = cast.a().balance().text("/available");
    expiry();
    transfers();
    conversions();
    strangers();
    webhooks();
    checks.amount("A's balance after all of it", before, cast.a().balance().amount("/available"));
    replay();
    declinedCard();
  }

  private void declinedCard() {
    Answer purchase = cast.buyer().startBuying(cast.a(), "pkg_10");
    String before = cast.a().balance().text("/available");
    String page = purchase.text("/checkoutUrl");
    checks.text(
        "a declined card", "402", Integer.toString(StripePages.pay(page, "4000 0000 0000 0002")));
    String path = "/api/v1/billing/purchases/" + purchase.text("/id");
    Answer declined =
        Poll.until(
            () -> cast.buyer().api().get(path),
            answer -> !answer.text("/lastError/code").isEmpty());
    checks.text("its purchase", "AWAITING_PAYMENT", declined.text("/status"));
    checks.said("with the reason", declined.text("/lastError/message"));
    checks.amount("A's balance", before, cast.a().balance().amount("/available"));
    StripePages.pay(page, "4242 4242 4242 4242");
    checks.text(
        "another card",
        "COMPLETED",
        cast.buyer().awaitPurchase(purchase, "COMPLETED").text("/status"));
  }

  private void expiry() {
    Answer purchase = cast.buyer().startBuying(cast.a(), "pkg_10");
    StripePages.expire(purchase.text("/checkoutUrl"));
    checks.text(
        "an unpaid purchase",
        "EXPIRED",
        cast.buyer().awaitPurchase(purchase, "EXPIRED").text("/status"));
  }

  private void transfers() {
    Answer tooMuch = cast.a().transfer(cast.b(), "1000000");
    checks.status("more than the balance", 402, tooMuch);
    checks.said("it says what is missing", tooMuch.text("/missing"));
    Map<String, String> unknown = Map.of("to", NOBODY, "amount", "1");
    checks.status(
        "to an unknown agent", 404, cast.a().api().post("/api/v1/credits/transfer", unknown));
    checks.status("to oneself", 422, cast.a().transfer(cast.a(), "1"));
  }

  private void conversions() {
    checks.status("converting less than 100", 422, convert(cast.b(), "99"));
    checks.status("converting more than 10,000 a month", 422, convertAsOwner("10100"));
    Answer unearned = convertAsOwner("9000");
    checks.status("converting what was not earned", 422, unearned);
    checks.said("it says what is convertible", unearned.text("/convertible"));
    Answer noAccount = convert(cast.a(), "100");
    checks.status("converting without a payout account", 409, noAccount);
    checks.that(
        "it says where to open one",
        noAccount.body().toString().contains("/api/v1/payouts/account"));
  }

  /** Much takes the owner, who has signed in a moment ago. */
  private Answer convertAsOwner(String credits) {
    Map<String, String> wish = Map.of("agent", cast.b().id(), "credits", credits);
    return cast.seller().api().post("/api/v1/billing/convert-to-usd", wish);
  }

  private Answer convert(Agent agent, String credits) {
    return agent.api().post("/api/v1/billing/convert-to-usd", Map.of("credits", credits));
  }

  private void strangers() {
    checks.status("no key", 401, anyone.get("/api/v1/credits/balance"));
    Api wrong = anyone.as(cast.a().key().substring(0, cast.a().key().length() - 4) + "zzzz");
    checks.status("a wrong key", 401, wrong.get("/api/v1/credits/balance"));
    checks.status(
        "a foreign agent", 404, cast.seller().api().get("/api/v1/agents/" + cast.a().id()));
  }

  private void webhooks() {
    String event =
        "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"checkout.session.completed\"}";
    checks.status(
        "an unsigned webhook", 400, anyone.postRaw("/webhooks/stripe", event, "X-Unsigned", "yes"));
    String stale = "t=1577836800,v1=" + "0".repeat(64);
    checks.status(
        "a stale webhook",
        400,
        anyone.postRaw("/webhooks/stripe", event, "Stripe-Signature", stale));
  }

  private void replay() {
    Map<String, String> body = Map.of("to", cast.b().id(), "amount", "1");
    String key = RandomText.hex(16);
    Answer first = cast.a().api().post("/api/v1/credits/transfer", body, key).must(201);
    String after = cast.a().balance().text("/available");
    Answer second = cast.a().api().post("/api/v1/credits/transfer", body, key);
    checks.that(
        "the same idempotency key gets the same answer", first.body().equals(second.body()));
    checks.that("it is marked as replayed", second.replayed());
    checks.amount("A has paid once", after, cast.a().balance().amount("/available"));
  }
}
