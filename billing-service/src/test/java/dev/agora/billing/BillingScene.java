package dev.agora.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.billing.Stage.Owner;
import dev.agora.support.RealParts;
import dev.agora.support.ScriptedParticipant;
import dev.agora.support.ScriptedParticipant.Received;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * The service with real PostgreSQL and Kafka, a stand-in for Stripe, and a scripted ledger; what
 * all tests of flows share, the running service included.
 */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class BillingScene {

  static final Duration SOON = Duration.ofSeconds(20);
  static final String GOOD = "4242 4242 4242 4242";
  static final String DECLINED = "4000000000000002";

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;

  @Autowired JdbcClient database;

  final ScriptedParticipant ledger = Stage.obligingLedger();
  final ScriptedParticipant events = ScriptedParticipant.on("billing.events.v1");
  final Owner owner = Stage.introduce(ledger);

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", Stage.GATEWAY::jwksUrl);
    registry.add("STRIPE_API_KEY", () -> "sk_test_billing");
    registry.add("STRIPE_API_BASE", Stage.STRIPE::baseUrl);
    registry.add("STRIPE_WEBHOOK_SECRET", () -> Stage.WEBHOOK_SECRET);
    registry.add("management.server.port", () -> "0");
    registry.add("agora.billing.poll-interval", () -> "500ms");
    registry.add("agora.billing.check-interval-min", () -> "3s");
    registry.add("agora.billing.dispute.check-interval", () -> "1s");
    registry.add("agora.billing.card.check-interval", () -> "1s");
    registry.add("agora.billing.warning.check-interval", () -> "1s");
    registry.add("agora.billing.reconciliation.interval", () -> "1s");
    registry.add("agora.billing.reconciliation.grace", () -> "3s");
    registry.add("agora.billing.top-up.retry-after", () -> "0s");
  }

  @BeforeEach
  void letWebhooksThrough() {
    Stage.RELAY.passTo(
        URI.create("http://127.0.0.1:" + port + "/webhooks/stripe"),
        () -> Stage.GATEWAY.anonymousToken("billing"));
  }

  @AfterEach
  void stop() {
    Stage.simulator("DELETE", "/_sim/faults", "");
    ledger.close();
    events.close();
  }

  /** Buys a package and pays for it; the id of the completed purchase. */
  String bought(String packageId, String card) {
    JsonNode purchase = Stage.json(buy(packageId, key()));
    String id = purchase.path("id").stringValue();
    assertThat(Stage.pay(purchase.path("checkoutUrl").stringValue(), card)).isEqualTo(303);
    awaitStatus(id, "COMPLETED");
    return id;
  }

  HttpResponse<String> buy(String packageId, String key) {
    return buyBody(
        "{\"agent\": \"%s\", \"package\": \"%s\"}".formatted(owner.agentId(), packageId), key);
  }

  HttpResponse<String> buyBody(String body, String key) {
    return call("POST", "/api/v1/billing/purchase-credits", body, key);
  }

  /** A call of the owner's. */
  HttpResponse<String> call(String method, String path, String body, String key) {
    return Stage.send(
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** What the gateway would send for the owner. */
  String token() {
    return Stage.GATEWAY.humanToken("billing", owner.humanId());
  }

  HttpResponse<String> get(String path) {
    return get(path, "application/json");
  }

  HttpResponse<String> get(String path, String accept) {
    return Stage.send(
        HttpRequest.newBuilder(uri("/api/v1/billing/purchases" + path))
            .header("Authorization", "Bearer " + token())
            .header("Accept", accept)
            .build());
  }

  JsonNode read(String id) {
    return Stage.json(get("/" + id));
  }

  void awaitStatus(String id, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(read(id).path("status").stringValue()).isEqualTo(status));
  }

  /** What operators see of one kind of saga that is parked. */
  String parked(String saga) {
    String path = "/actuator/sagas?status=PARKED&saga=" + saga;
    URI door = URI.create("http://127.0.0.1:" + managementPort + path);
    return Stage.send(HttpRequest.newBuilder(door).build()).body();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Objects at Stripe whose metadata names the purchase. */
  static long countAtStripe(String type, String purchaseId) {
    JsonNode all = Stage.simulator("GET", "/_sim/objects?type=" + type, "").path("data");
    return all.valueStream()
        .filter(
            one ->
                purchaseId.equals(
                    one.path("object").path("metadata").path("purchase").stringValue(null)))
        .count();
  }

  static void fault(String kind, String path) {
    fault(kind, path, 0);
  }

  static void fault(String kind, String path, int times) {
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"%s\", \"path\": \"%s\", \"times\": %d}".formatted(kind, path, times));
  }

  /** Strikes the next object that is made there; those that are only looked at pass. */
  static void faultOnPost(String kind, String path) {
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"%s\", \"method\": \"POST\", \"path\": \"%s\", \"times\": 1}"
            .formatted(kind, path));
  }

  static String status(Received event) {
    return Stage.json(event.json()).path("status").stringValue();
  }

  static String key() {
    return UUID.randomUUID().toString();
  }
}
