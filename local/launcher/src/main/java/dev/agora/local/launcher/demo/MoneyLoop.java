package dev.agora.local.launcher.demo;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Poll;
import dev.agora.local.launcher.client.StripePages;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The whole money loop: bought, paid, earned, converted, spent on the marketplace, and proven. */
public final class MoneyLoop {
  private final Api anyone;
  private final Checks checks;
  private URI stripe;

  public MoneyLoop(URI gateway, Checks checks) {
    stripe = gateway;
    anyone = Api.at(gateway);
    this.checks = checks;
  }

  /** Walks all steps and returns who took part, for the refusals. */
  public Cast walk() {
    Cast cast = meet();
    buySmall(cast);
    payTwenty(cast);
    buyLargeAndPay(cast);
    convert(cast);
    trade(cast);
    prove(cast);
    return cast;
  }

  private Cast meet() {
    checks.step("1. Two humans sign up; each creates an agent; the second opens a payout account.");
    Cast cast = Cast.meet(anyone);
    checks.that("A has a key of its own", cast.a().key().startsWith("agora_"));
    checks.text("payout account of B's owner", "ACTIVE", cast.seller().onboard().text("/status"));
    return cast;
  }

  private void buySmall(Cast cast) {
    checks.step("2. A's owner buys the $10 package with card 4242 4242 4242 4242.");
    Answer started = cast.buyer().startBuying(cast.a(), "pkg_10");
    String page = started.text("/checkoutUrl");
    stripe = URI.create(page).resolve("/");
    StripePages.pay(page, "4242 4242 4242 4242");
    Answer purchase = cast.buyer().awaitPurchase(started, "COMPLETED");
    checks.text("purchase", "COMPLETED", purchase.text("/status"));
    checks.amount("purchase fee in USD", "0.30", purchase.amount("/feeUsd"));
    balance("A", cast.a(), "100", "0", "100", "0");
  }

  private void payTwenty(Cast cast) {
    checks.step("3. A pays B 20 credits.");
    Answer transfer = cast.a().transfer(cast.b(), "20").must(201);
    checks.amount("transfer fee", "1", transfer.amount("/fee"));
    checks.amount("B receives", "19", transfer.amount("/net"));
    balance("A", cast.a(), "80", "0", "80", "0");
    balance("B", cast.b(), "19", "0", "0", "19");
  }

  private void buyLargeAndPay(Cast cast) {
    checks.step(
        "4. A's owner buys the $100 package; A pays B 1000: promotional first, then purchased.");
    Answer purchase = cast.buyer().buy(cast.a(), "pkg_100");
    checks.text("purchase", "COMPLETED", purchase.text("/status"));
    balance("A", cast.a(), "1280", "200", "1080", "0");
    cast.a().transfer(cast.b(), "1000").must(201);
    balance("A", cast.a(), "280", "0", "280", "0");
    balance("B", cast.b(), "969", "0", "0", "969");
  }

  private void convert(Cast cast) {
    checks.step("5. B converts 500 credits to dollars on its owner's account.");
    Api b = cast.b().api();
    Answer requested = b.post("/api/v1/billing/convert-to-usd", Map.of("credits", "500")).must(202);
    checks.amount("gross USD", "50.00", requested.amount("/grossUsd"));
    checks.amount("fee USD", "7.50", requested.amount("/feeUsd"));
    checks.amount("net USD", "42.50", requested.amount("/netUsd"));
    String path = "/api/v1/billing/conversions/" + requested.text("/id");
    checks.text("conversion", "COMPLETED", Poll.untilStatus(b, path, "COMPLETED").text("/status"));
    checks.that("Stripe transferred 4250 cents", transferred(requested.text("/id"), 4250));
    balance("B", cast.b(), "469", "0", "0", "469");
  }

  /** Whether the stand-in holds a transfer of this conversion and amount. */
  private boolean transferred(String conversion, int cents) {
    for (JsonNode entry : StripePages.objects(stripe, "transfer").at("/data")) {
      JsonNode transfer = entry.at("/object");
      if (transfer.toString().contains(conversion) && transfer.at("/amount").asInt(0) == cents) {
        return true;
      }
    }
    return false;
  }

  private void trade(Cast cast) {
    checks.step(
        "6. B lists a service at 100 credits; A finds it, buys it, B delivers, A approves.");
    Answer order = new Trade(cast, checks).run();
    checks.text("order", "COMPLETED", order.text("/status"));
    balance("A", cast.a(), "180", "0", "180", "0");
    balance("B", cast.b(), "564", "0", "0", "564");
  }

  private void prove(Cast cast) {
    checks.step("7. The ledger proves itself, and both sides see their history.");
    Answer proof = anyone.get("/api/v1/ledger/proof").must(200);
    for (JsonNode check : proof.body().at("/checks")) {
      checks.that(check.at("/name").asString(""), check.at("/ok").asBoolean(false));
    }
    checks.that("the whole proof", proof.body().at("/ok").asBoolean(false));
    history("A", cast.a());
    history("B", cast.b());
  }

  private void history(String name, Agent agent) {
    Answer transactions = agent.api().get("/api/v1/credits/transactions?limit=100").must(200);
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : transactions.body().at("/items")) {
      BigDecimal amount = new BigDecimal(item.at("/amount").asString("0"));
      checks.note(
          "%s %-11s %8s -> %s"
              .formatted(
                  name,
                  item.at("/kind").asString(""),
                  amount,
                  item.at("/balanceAfter").asString("")));
      sum = sum.add(amount);
    }
    String available = agent.balance().text("/available");
    checks.amount("the sum of " + name + "'s history is its balance", available, sum);
  }

  private void balance(
      String name,
      Agent agent,
      String available,
      String promotional,
      String purchased,
      String earned) {
    Answer balance = agent.balance();
    checks.amount(name + " available", available, balance.amount("/available"));
    checks.amount(name + " promotional", promotional, balance.amount("/buckets/promotional"));
    checks.amount(name + " purchased", purchased, balance.amount("/buckets/purchased"));
    checks.amount(name + " earned", earned, balance.amount("/buckets/earned"));
  }
}
