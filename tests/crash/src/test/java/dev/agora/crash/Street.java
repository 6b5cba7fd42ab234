package dev.agora.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Two people with an agent each, whose purchases and conversions are caught in the middle.
 *
 * @param buyer owns the agent that buys
 * @param seller owns the agent that earned 950 credits and converts
 */
record Street(LocalEconomy economy, Person buyer, Agent spender, Person seller, Agent earner) {

  /** A saga has ended this long after the last process is back (goals.md, R2). */
  static final Duration END = Duration.ofSeconds(60);

  /** How long the start of a process may take on a machine that does other things as well. */
  private static final Duration RETURN = Duration.ofMinutes(2);

  static Street open(LocalEconomy economy) {
    Api anyone = Api.at(economy.gateway());
    Person buyer = Person.signUp(anyone, "Ada", email("ada"), "correct horse battery staple");
    Person seller = Person.signUp(anyone, "Bob", email("bob"), "correct horse battery staple");
    Agent spender = buyer.createAgent("Spender");
    Agent earner = seller.createAgent("Earner");
    awaitKnown("/api/v1/billing/purchase-credits", () -> askToBuy(buyer, spender));
    awaitKnown("/api/v1/billing/convert-to-usd/quote", () -> askForQuote(earner));
    seller.onboard();
    Street street = new Street(economy, buyer, spender, seller, earner);
    street.earnAgain();
    return street;
  }

  /** Gives the earner another 950 credits. */
  void earnAgain() {
    buyer.buy(spender, "pkg_100");
    spender.transfer(earner, "1000").must(201);
  }

  /** Pays a purchase's card on Stripe's page; everything after it is up to the services. */
  void pay(Answer purchase) {
    assertThat(StripePages.pay(purchase.text("/checkoutUrl"), "4242 4242 4242 4242"))
        .isEqualTo(303);
  }

  /** Asks, and repeats the request with its key while a part that was killed is not back yet. */
  Answer startConverting(String credits) {
    String key = UUID.randomUUID().toString();
    Map<String, String> wish = Map.of("credits", credits);
    return await("an answer to the conversion")
        .atMost(RETURN)
        .until(
            () -> earner.api().post("/api/v1/billing/convert-to-usd", wish, key),
            answer -> answer.status() != 503)
        .must(202);
  }

  void awaitPurchase(Answer purchase, String status) {
    awaitStatus(buyer.api(), "/api/v1/billing/purchases/" + purchase.text("/id"), status);
  }

  void awaitConversion(Answer conversion, String status) {
    awaitStatus(earner.api(), "/api/v1/billing/conversions/" + conversion.text("/id"), status);
  }

  BigDecimal available(Agent agent) {
    return agent.balance().amount("/available");
  }

  /** How many Stripe transfers carry this conversion. */
  long stripeTransfers(Answer conversion) {
    long count = 0;
    for (JsonNode entry : StripePages.objects(economy.stripe(), "transfer").at("/data")) {
      count += entry.toString().contains(conversion.text("/id")) ? 1 : 0;
    }
    return count;
  }

  void assertProof() {
    Answer proof = Api.at(economy.gateway()).get("/api/v1/ledger/proof").must(200);
    assertThat(proof.body().at("/ok").asBoolean(false)).as("proof %s", proof.body()).isTrue();
  }

  /**
   * Waits until a service has heard of a new agent. One that was killed a moment ago hears nothing
   * before Kafka has given up its predecessor, which is longer than requests wait for such news.
   */
  private static void awaitKnown(String who, Supplier<Answer> question) {
    await(who + " knows the new agent")
        .atMost(END)
        .until(question::get, answer -> !answer.text("/code").equals("agent_unknown"));
  }

  private static Answer askToBuy(Person buyer, Agent spender) {
    return buyer
        .api()
        .post(
            "/api/v1/billing/purchase-credits", Map.of("agent", spender.id(), "package", "pkg_10"));
  }

  private static Answer askForQuote(Agent earner) {
    return earner.api().post("/api/v1/billing/convert-to-usd/quote", Map.of("credits", "100"));
  }

  private static void awaitStatus(Api api, String path, String status) {
    await(path)
        .atMost(END)
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(api.get(path).text("/status")).isEqualTo(status));
  }

  private static String email(String name) {
    return name + "-" + UUID.randomUUID() + "@agora.example";
  }
}
