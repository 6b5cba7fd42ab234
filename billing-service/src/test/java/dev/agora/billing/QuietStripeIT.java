package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A Stripe that sends nothing for days. */
class QuietStripeIT extends BillingScene {

  private static final MovableClock CLOCK = new MovableClock();
  private static final OwnStripe STRIPE = new OwnStripe();
  private static final Duration DAY = Duration.ofDays(1);
  private static final String EVERY_EVENT =
      "{\"kind\": \"EVENT_SUPPRESS\", \"path\": \"*\", \"times\": 0}";

  @TestConfiguration
  static class Time {

    @Bean
    @Primary
    Clock movableClock() {
      return CLOCK;
    }
  }

  @DynamicPropertySource
  static void ownStripe(DynamicPropertyRegistry registry) {
    registry.add("agora.stripe.api-base", STRIPE::baseUrl);
    registry.add("agora.billing.event.undelivered-interval", () -> "1s");
    registry.add("agora.billing.automatic-tax", () -> "true");
  }

  @AfterEach
  void talkAgain() {
    STRIPE.noFaults();
  }

  @Test
  void threeDaysWithoutAnEventEndAsWithThem() {
    STRIPE.fault(EVERY_EVENT);
    JsonNode abandoned = open();
    String refunded = paid();
    String disputed = paid();
    String kept = paid();
    call("POST", "/api/v1/billing/purchases/" + refunded + "/refund", "{}", key());
    awaitStatus(refunded, "PARTIALLY_REFUNDED");

    nextDay();
    awaitStatus(abandoned.path("id").stringValue(), "EXPIRED");
    JsonNode dispute = STRIPE.dispute(disputed);
    awaitStatus(disputed, "DISPUTED");
    await().atMost(SOON).until(() -> !disputeOf(disputed).path("frozen").isNull());

    nextDay();
    STRIPE.close(dispute, "lost");
    awaitStatus(disputed, "REFUNDED");
    STRIPE.call("POST", "/_sim/refunds/" + STRIPE.idOf("refund", refunded) + "/fail", "{}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(refundOf(refunded).path("status").stringValue()).isEqualTo("FAILED"));

    nextDay();
    String warned = paid();
    STRIPE.call(
        "POST", "/_sim/fraud-warnings", "{\"charge\": \"" + STRIPE.idOf("charge", warned) + "\"}");
    awaitStatus(warned, "PARTIALLY_REFUNDED");
    awaitStatus(kept, "COMPLETED");
    assertThat(STRIPE.all("event", event -> event.toString().contains(kept))).isEmpty();
    assertThat(ledger.received("ledger.post-purchase", owner.agentId())).hasSize(4);
  }

  @Test
  void whatStripeCouldNotDeliverIsFetched() {
    String id = paid();
    JsonNode event = STRIPE.events(id, List.of("checkout.session.completed")).getFirst();
    assertThat(event.path("pending_webhooks").intValue()).isPositive();
    awaitTaken(event);
  }

  @Test
  void aKeyThatStripeHasForgottenPaysNothingTwice() {
    String id = paid();
    STRIPE.fault("{\"kind\": \"ERROR_AFTER\", \"method\": \"POST\", \"path\": \"/v1/refunds\"}");
    // The first look finds nothing, as is true; from then on nobody can look.
    STRIPE.fault(
        "{\"kind\": \"CLOSE_BEFORE\", \"method\": \"GET\", \"path\": \"/v1/refunds*\", \"skip\": 1,"
            + " \"times\": 0}");
    call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key());
    await().atMost(SOON).until(() -> STRIPE.objects("refund", id).size() == 1);
    assertThat(refundOf(id).path("status").stringValue()).isEqualTo("RESERVED");

    nextDay();
    CLOCK.advance(Duration.ofHours(1));
    STRIPE.advance(Duration.ofHours(1));
    STRIPE.noFaults();

    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(STRIPE.objects("refund", id)).hasSize(1);
  }

  @Test
  void aCheckoutThatWasMadeAlthoughStripeSaidOtherwiseIsFound() {
    executedWithAnError("/v1/customers");
    executedWithAnError("/v1/checkout/sessions");
    String id = paid();
    assertThat(STRIPE.all("checkout.session", one -> id.equals(reference(one)))).hasSize(1);
    assertThat(customers()).hasSize(1);
  }

  @Test
  void aCustomerIsMadeOnceThoughItsKeyIsForgottenBeforeAnybodyCanLook() {
    executedWithAnError("/v1/customers");
    STRIPE.fault(
        "{\"kind\": \"CLOSE_BEFORE\", \"method\": \"GET\", \"path\": \"/v1/customers*\", \"times\": 0}");
    assertThat(buy("pkg_100", key()).statusCode()).isEqualTo(503);
    assertThat(customers()).hasSize(1);

    nextDay();
    CLOCK.advance(Duration.ofHours(1));
    STRIPE.advance(Duration.ofHours(1));
    STRIPE.noFaults();

    await().atMost(SOON).until(() -> buy("pkg_100", key()).statusCode() == 202);
    assertThat(customers()).hasSize(1);
  }

  @Test
  void taxIsToldToTheLedgerAndGivenBackInProportion() {
    STRIPE.call("POST", "/_sim/tax", "{\"basisPoints\": 825}");
    String id = paid();
    STRIPE.call("POST", "/_sim/tax", "{\"basisPoints\": 0}");
    assertThat(command("ledger.post-purchase"))
        .contains("\"priceUsd\":\"100.00\"", "\"taxUsd\":\"8.25\"");
    assertThat(get("/" + id + "/receipt").body())
        .contains("\"taxUsd\":\"8.25\"", "\"totalUsd\":\"108.25\"");

    call("POST", "/api/v1/billing/purchases/" + id + "/refund", "{}", key());
    awaitStatus(id, "PARTIALLY_REFUNDED");
    assertThat(STRIPE.objects("refund", id).getFirst().path("amount").intValue()).isEqualTo(7577);
    assertThat(command("ledger.capture-refund"))
        .contains("\"refundUsd\":\"70.00\"", "\"taxUsd\":\"5.77\"");

    JsonNode dispute = STRIPE.dispute(id);
    awaitStatus(id, "DISPUTED");
    await().atMost(SOON).until(() -> !disputeOf(id).path("frozen").isNull());
    STRIPE.close(dispute, "lost");
    awaitStatus(id, "REFUNDED");
    assertThat(command("ledger.close-dispute"))
        .contains("\"refundedUsd\":\"70.00\"", "\"taxUsd\":\"2.48\"");
  }

  private static void executedWithAnError(String path) {
    STRIPE.fault("{\"kind\": \"ERROR_AFTER\", \"method\": \"POST\", \"path\": \"" + path + "\"}");
  }

  private List<JsonNode> customers() {
    return STRIPE.all(
        "customer",
        one -> owner.humanId().equals(one.path("metadata").path("human").stringValue(null)));
  }

  private static String reference(JsonNode session) {
    return session.path("client_reference_id").stringValue("");
  }

  private String command(String type) {
    return ledger.received(type, owner.agentId()).getFirst().json();
  }

  private void awaitTaken(JsonNode event) {
    String id = event.path("id").stringValue();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        database
                            .sql(
                                "SELECT handled_at IS NOT NULL FROM stripe_event WHERE event_id = ?")
                            .param(id)
                            .query(Boolean.class)
                            .optional())
                    .contains(true));
  }

  private JsonNode open() {
    return Stage.json(buy("pkg_100", key()));
  }

  private String paid() {
    JsonNode purchase = open();
    String id = purchase.path("id").stringValue();
    assertThat(Stage.pay(purchase.path("checkoutUrl").stringValue(), GOOD)).isEqualTo(303);
    CLOCK.advance(Duration.ofSeconds(5));
    awaitStatus(id, "COMPLETED");
    return id;
  }

  private static void nextDay() {
    CLOCK.advance(DAY);
    STRIPE.advance(DAY);
  }

  private JsonNode refundOf(String id) {
    return Stage.json(get("/" + id + "/refund"));
  }

  private JsonNode disputeOf(String id) {
    return Stage.json(get("/" + id + "/dispute"));
  }

  /** Of the moved time. */
  @Override
  String token() {
    return Stage.GATEWAY.sign(
        new JWTClaimsSet.Builder()
            .issuer("agora-gateway")
            .audience("billing")
            .subject(owner.humanId())
            .claim("roles", List.of("HUMAN"))
            .claim("scopes", List.of())
            .claim("auth_time", CLOCK.instant().getEpochSecond())
            .expirationTime(Date.from(CLOCK.instant().plusSeconds(55)))
            .build());
  }
}
