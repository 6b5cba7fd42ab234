package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the economy says no to, and that a no changes nothing. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {

  private static final String TRANSFER = "/api/v1/credits/transfer";
  private static final String CONVERT = "/api/v1/billing/convert-to-usd";
  private static final String QUOTE = CONVERT + "/quote";

  private final Agora agora;
  private final Person buyer;
  private final Agent payer;
  private final Person seller;
  private final Agent earner;

  RefusalsIT(Agora agora) {
    this.agora = agora;
    buyer = agora.newcomer("Buyer");
    seller = agora.newcomer("Seller");
    payer = buyer.createAgent("Payer");
    earner = seller.createAgent("Earner");
    buyer.buy(payer, "pkg_100");
    payer.transfer(earner, "200").must(201);
    seller.onboard();
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.text("/code")).as("%s", answer.body()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void aDeclinedCardLeavesThePurchaseOpenAndAnotherCardCompletesIt() {
    BigDecimal before = Purse.available(payer);
    Answer purchase = buyer.startBuying(payer, "pkg_10");
    String path = "/api/v1/billing/purchases/" + purchase.text("/id");
    String page = purchase.text("/checkoutUrl");
    assertThat(StripePages.pay(page, "4000 0000 0000 0002")).isEqualTo(402);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(buyer.api().get(path).text("/lastError/code")).isNotEmpty());
    Answer declined = buyer.api().get(path).must(200);
    assertThat(declined.text("/status")).isEqualTo("AWAITING_PAYMENT");
    assertThat(declined.text("/lastError/message")).isNotEmpty();
    assertThat(Purse.available(payer)).isEqualByComparingTo(before);
    assertThat(StripePages.pay(page, "4242 4242 4242 4242")).isEqualTo(303);
    agora.await(buyer.api(), path, "COMPLETED");
    assertThat(Purse.available(payer).subtract(before)).isEqualByComparingTo("100");
  }

  @Test
  void anUnpaidPurchaseExpires() {
    BigDecimal before = Purse.available(payer);
    Answer purchase = buyer.startBuying(payer, "pkg_10");
    StripePages.expire(purchase.text("/checkoutUrl"));
    agora.await(buyer.api(), "/api/v1/billing/purchases/" + purchase.text("/id"), "EXPIRED");
    assertThat(Purse.available(payer)).isEqualByComparingTo(before);
  }

  @Test
  void aTransferOverTheBalanceSaysWhatIsMissing() {
    BigDecimal before = Purse.available(payer);
    Answer refused = payer.transfer(earner, before.add(new BigDecimal("7.5")).toPlainString());
    refused(refused, 402, "insufficient_credits");
    assertThat(refused.amount("/missing")).isEqualByComparingTo("7.5");
    assertThat(Purse.available(payer)).isEqualByComparingTo(before);
  }

  @Test
  void aTransferToAnUnknownAgentIsRefused() {
    Map<String, String> body = Map.of("to", "agt_" + "0".repeat(32), "amount", "1");
    refused(payer.api().post(TRANSFER, body), 404, "agent_not_found");
  }

  @Test
  void aTransferToOneselfIsRefused() {
    refused(payer.transfer(payer, "1"), 422, "same_agent");
  }

  @Test
  void aConversionBelowTheMinimumIsRefused() {
    assertThat(convert(earner, "99.9").status()).isEqualTo(422);
  }

  @Test
  void aConversionAboveTheMonthsMaximumIsRefused() {
    Answer byOwner = seller.api().post(CONVERT, Map.of("agent", earner.id(), "credits", "10000.1"));
    assertThat(byOwner.status()).as("%s", byOwner.body()).isEqualTo(422);
    // One as large as that takes the owner in any case.
    refused(convert(earner, "10000.1"), 403, "step_up_required");
  }

  @Test
  void creditsThatWereNotEarnedAreNotConverted() {
    Answer refused = convert(earner, "190.1");
    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(422);
    assertThat(refused.amount("/convertible")).isEqualByComparingTo("190");
    Purse.has(earner, "0", "0", "190");
  }

  @Test
  void aQuoteSaysBeforehandHowMuchConverts() {
    Answer quote = earner.api().post(QUOTE, Map.of("credits", "190.1")).must(200);
    assertThat(quote.amount("/earnings/convertible")).isEqualByComparingTo("190");
    assertThat(quote.amount("/earnings/seasoning")).isEqualByComparingTo("0");
    Answer byOwner =
        seller.api().post(QUOTE, Map.of("agent", earner.id(), "credits", "100")).must(200);
    assertThat(byOwner.amount("/earnings/convertible")).isEqualByComparingTo("190");

    String blindKey =
        seller
            .api()
            .post("/api/v1/agents/" + earner.id() + "/keys", Map.of("scopes", List.of("convert")))
            .must(201)
            .text("/key");
    Answer blind = earner.api().as(blindKey).post(QUOTE, Map.of("credits", "100")).must(200);
    assertThat(blind.body().at("/earnings").isNull())
        .as("a key that may not read the balance learns nothing of it here")
        .isTrue();
  }

  @Test
  void aConversionWithoutAPayoutAccountNamesThePathToOne() {
    Answer refused = convert(payer, "100");
    assertThat(refused.status()).as("%s", refused.body()).isEqualTo(409);
    assertThat(refused.body().toString()).contains("/api/v1/payouts/account");
  }

  private static Answer convert(Agent agent, String credits) {
    return agent.api().post(CONVERT, Map.of("credits", credits));
  }

  @Test
  void theSameKeyAgainGetsTheSameAnswerAndNothingHappensTwice() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("to", earner.id(), "amount", "1");
    // Not to the agent whose exact balance another test looks at.
    Agent other = agora.newcomer("Other").createAgent("Other");
    Map<String, String> toOther = Map.of("to", other.id(), "amount", "1");
    Answer first = payer.api().post(TRANSFER, toOther, key).must(201);
    BigDecimal after = Purse.available(payer);
    Answer second = payer.api().post(TRANSFER, toOther, key).must(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.replayed()).isTrue();
    assertThat(first.replayed()).isFalse();
    refused(payer.api().post(TRANSFER, body, key), 422, "idempotency_key_reused");
    assertThat(Purse.available(payer)).isEqualByComparingTo(after);
    Purse.has(other, "0", "0", "0.95");
  }

  @Test
  void theSameKeyAgainStartsOnePurchaseAndPlacesOneOrder() {
    String key = UUID.randomUUID().toString();
    Map<String, String> wish = Map.of("agent", payer.id(), "package", "pkg_10");
    String path = "/api/v1/billing/purchase-credits";
    Answer purchase = buyer.api().post(path, wish, key).must(202);
    Answer again = buyer.api().post(path, wish, key).must(202);
    assertThat(again.text("/id")).isEqualTo(purchase.text("/id"));
    assertThat(again.replayed()).isTrue();

    Agent seller = agora.newcomer("Shop").createAgent("Shop");
    Map<String, String> service = Map.of("service", Market.publish(seller, "One of a kind", false));
    Answer order = payer.api().post(Market.PURCHASE, service, key).must(202);
    Answer replay = payer.api().post(Market.PURCHASE, service, key).must(202);
    assertThat(replay.body()).isEqualTo(order.body());
    assertThat(replay.replayed()).isTrue();
    agora.await(payer.api(), Market.ORDERS + order.text("/id"), "FUNDED");
    assertThat(payer.balance().amount("/held")).isEqualByComparingTo("100");
    Market.act(payer, order.text("/id"), "cancel").must(200);
    Awaitility.await()
        .untilAsserted(() -> assertThat(payer.balance().amount("/held")).isEqualByComparingTo("0"));
  }

  @Test
  void aRequestThatMovesMoneyNeedsAnIdempotencyKey() {
    String body = "{\"to\": \"%s\", \"amount\": \"1\"}".formatted(earner.id());
    refused(
        payer.api().postRaw(TRANSFER, body, "X-No-Key", "none"), 400, "idempotency_key_required");
  }

  @Test
  void withoutAKeyAndWithAWrongOneNobodyGetsIn() {
    assertThat(agora.anyone().get("/api/v1/credits/balance").status()).isEqualTo(401);
    String key = payer.key();
    String wrong = key.substring(0, key.length() - 8) + "AAAAAAAA";
    assertThat(agora.anyone().as(wrong).get("/api/v1/credits/balance").status()).isEqualTo(401);
    assertThat(agora.anyone().as("nonsense").get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aHeaderThatTheGatewayLetsPassIsNotTooLongForAService() {
    String long12KiB = "x".repeat(12 * 1024);
    Answer refused = payer.api().postRaw(TRANSFER, "{}", "X-Long", long12KiB);
    refused(refused, 400, "idempotency_key_required");
  }

  @Test
  void aForeignAgentIsNotThere() {
    Api stranger = agora.newcomer("Stranger").api();
    assertThat(stranger.get("/api/v1/agents/" + payer.id()).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/credits/balance?agent=" + payer.id()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"/webhooks/stripe", "/webhooks/stripe-connect"})
  void anUnsignedWebhookIsRefused(String path) {
    assertThat(agora.anyone().postRaw(path, Webhook.EVENT, "X-Unsigned", "yes").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "/webhooks/stripe, BILLING, STRIPE_WEBHOOK_SECRET",
    "/webhooks/stripe-connect, PAYOUT, STRIPE_CONNECT_WEBHOOK_SECRET"
  })
  void aStaleWebhookIsRefusedThoughItsSignatureIsGood(String path, Part part, String secret) {
    long anHourAgo = System.currentTimeMillis() / 1000 - 3600;
    String signature = Webhook.signature(agora.environment(part, secret), anHourAgo);
    assertThat(agora.anyone().postRaw(path, Webhook.EVENT, "Stripe-Signature", signature).status())
        .isEqualTo(400);
  }

  @Test
  void buyerAndSellerOfOneOwnerAreRefused() {
    Agent second = buyer.createAgent("Second");
    String service = Market.publish(second, "For others only", true);
    refused(Market.buy(payer, service), 403, "same_owner");
  }

  @Test
  void anOrderBeyondTheBalanceEndsRejectedWithWhatIsMissing() {
    Agent poor = agora.newcomer("Poor").createAgent("Poor");
    String service = Market.publish(earner, "Too dear for some", true);
    String order = Market.buy(poor, service).must(202).text("/id");
    Answer rejected = agora.await(poor.api(), Market.ORDERS + order, "REJECTED");
    assertThat(rejected.text("/rejection/code")).isEqualTo("insufficient_credits");
    assertThat(rejected.amount("/rejection/missing")).isEqualByComparingTo("100");
  }
}
