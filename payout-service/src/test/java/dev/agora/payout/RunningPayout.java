package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import dev.agora.support.RealParts;
import dev.agora.support.ScriptedParticipant;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service on real PostgreSQL and Kafka, with a scripted ledger and the Stripe stand-in. */
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RunningPayout {

  static final Duration SOON = Duration.ofSeconds(20);

  @LocalServerPort private int port;

  final ScriptedParticipant ledger = Stage.obligingLedger();
  final ScriptedParticipant events = ScriptedParticipant.on("payout.events.v1");
  final Owner owner = Stage.introduce(ledger);

  @DynamicPropertySource
  static void surroundings(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", Stage.GATEWAY::jwksUrl);
    registry.add("AGORA_LEDGER_URL", Stage.LEDGER::url);
    registry.add("STRIPE_API_KEY", () -> "sk_test_payout");
    registry.add("STRIPE_API_BASE", Stage.STRIPE::baseUrl);
    registry.add("STRIPE_CONNECT_WEBHOOK_SECRET", () -> Stage.WEBHOOK_SECRET);
    registry.add("management.server.port", () -> "0");
    registry.add("agora.payout.approval.sweep-every", () -> "200ms");
    registry.add("agora.payout.reconciliation.every", () -> "500ms");
    registry.add("agora.stripe.read-timeout", () -> "1s");
    registry.add("agora.stripe.network-retries", () -> "0");
    registry.add("agora.stripe.breaker-window", () -> "1000");
  }

  @BeforeAll
  static void fundThePlatform() {
    Stage.fund(100_000_00);
  }

  @BeforeEach
  void letWebhooksThrough() {
    Stage.RELAY.passTo(
        URI.create("http://127.0.0.1:" + port + "/webhooks/stripe-connect"),
        () -> Stage.GATEWAY.anonymousToken("payout"));
  }

  /** Rules are data: a test that is about one turns it on. */
  @BeforeEach
  void noRules(@Autowired JdbcClient jdbc) {
    jdbc.sql("UPDATE risk_rule SET enabled = false").update();
  }

  @AfterEach
  void stop() {
    Stage.simulator("DELETE", "/_sim/faults", "");
    ledger.close();
    events.close();
  }

  void onboard() {
    JsonNode created = Stage.json(human("POST", "/api/v1/payouts/account", ""));
    Stage.form(created.path("onboardingUrl").stringValue(), "complete=true");
    await().atMost(SOON).until(() -> account().path("status").stringValue().equals("ACTIVE"));
  }

  JsonNode account() {
    return Stage.json(human("GET", "/api/v1/payouts/account", ""));
  }

  HttpResponse<String> convert(String credits) {
    return convert(credits, UUID.randomUUID().toString());
  }

  HttpResponse<String> convert(String credits, String key) {
    return as(
        Stage.GATEWAY.agentToken("payout", owner.agentId()),
        "POST",
        "/api/v1/billing/convert-to-usd",
        "{\"credits\": \"" + credits + "\"}",
        key);
  }

  /** The owner, who has just signed in, converts: no key may convert that much. */
  HttpResponse<String> convertAsOwner(String credits, String key) {
    return convert(Stage.GATEWAY.humanToken("payout", owner.humanId()), credits, key);
  }

  HttpResponse<String> convert(String token, String credits, String key) {
    return as(
        token,
        "POST",
        "/api/v1/billing/convert-to-usd",
        "{\"credits\": \"%s\", \"agent\": \"%s\"}".formatted(credits, owner.agentId()),
        key);
  }

  HttpResponse<String> human(String method, String path, String body) {
    return as(Stage.GATEWAY.humanToken("payout", owner.humanId()), method, path, body);
  }

  HttpResponse<String> agent(String method, String path, String body) {
    return as(Stage.GATEWAY.agentToken("payout", owner.agentId()), method, path, body);
  }

  HttpResponse<String> as(String token, String method, String path, String body) {
    return as(token, method, path, body, UUID.randomUUID().toString());
  }

  HttpResponse<String> as(String token, String method, String path, String body, String key) {
    return as(token, method, path, body, Map.of("Idempotency-Key", key));
  }

  HttpResponse<String> as(
      String token, String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return Stage.send(request.build());
  }

  JsonNode read(String id) {
    return Stage.json(agent("GET", "/api/v1/billing/conversions/" + id, ""));
  }

  HttpResponse<String> decide(String token, String id, String verb) {
    return as(token, "POST", "/api/v1/billing/conversions/" + id + "/" + verb, "");
  }

  String fresh() {
    return Stage.GATEWAY.humanToken("payout", owner.humanId());
  }

  String stale() {
    return Stage.GATEWAY.staleHumanToken("payout", owner.humanId());
  }

  void awaitStatus(String id, String status) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(read(id).path("status").stringValue()).isEqualTo(status));
  }

  static int items(HttpResponse<String> page) {
    return Stage.json(page).path("items").size();
  }

  static void fault(String kind, String path, String more) {
    Stage.simulator(
        "POST",
        "/_sim/faults",
        "{\"kind\": \"%s\", %s \"path\": \"%s\"}".formatted(kind, more, path));
  }

  static long faultsHit() {
    return Stage.simulator("GET", "/_sim/faults", "")
        .path("data")
        .valueStream()
        .filter(fault -> fault.path("hits").asInt() > 0)
        .count();
  }
}
