package dev.agora.billing;

import dev.agora.stripesimulator.SimulatorOptions;
import dev.agora.stripesimulator.StripeSimulator;
import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant;
import dev.agora.support.ScriptedParticipant.Answer;
import dev.agora.support.TestGateway;
import dev.agora.support.WebhookRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands around billing in its tests: a gateway, Stripe, the ledger and accounts. */
final class Stage {

  static final String WEBHOOK_SECRET = "whsec_billing_test";
  static final TestGateway GATEWAY = TestGateway.start();
  static final WebhookRelay RELAY = WebhookRelay.start();
  static final StripeSimulator STRIPE =
      StripeSimulator.start(
          SimulatorOptions.defaults().withPlatformEndpoint(RELAY.url(), WEBHOOK_SECRET));

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A person with an agent. */
  record Owner(String humanId, String agentId) {

    static Owner fresh() {
      return new Owner(id("hum_"), id("agt_"));
    }

    private static String id(String prefix) {
      return prefix + UUID.randomUUID().toString().replace("-", "");
    }
  }

  private Stage() {}

  /** Tells billing of a person and their agent, as accounts-service does. */
  static Owner introduce(ScriptedParticipant world) {
    Owner owner = Owner.fresh();
    String human =
        """
        {"humanId": "%s", "email": "ada@example.org", "name": "Ada <3", "version": 1,
         "at": "2026-11-22T09:30:00Z"}
        """
            .formatted(owner.humanId());
    world.publish("accounts.events.v1", owner.humanId(), "accounts.human-changed", human);
    world.publish(
        "accounts.events.v1", owner.agentId(), "accounts.agent-changed", agent(owner, "ACTIVE", 1));
    return owner;
  }

  static String agent(Owner owner, String status, long version) {
    return """
        {"agentId": "%s", "name": "bot", "owner": "%s", "status": "%s", "version": %d,
         "at": "2026-11-22T09:30:00Z"}
        """
        .formatted(owner.agentId(), owner.humanId(), status, version);
  }

  /** A ledger that posts whatever it is asked to. */
  static ScriptedParticipant obligingLedger() {
    return ScriptedParticipant.on("ledger.commands.v1")
        .answering("ledger.post-purchase", command -> posted(command, "ledger.post-purchase"))
        .answering(
            "ledger.book-refunded-charge",
            command -> posted(command, "ledger.book-refunded-charge"))
        .answering("ledger.reserve-refund", command -> posted(command, "ledger.reserve-refund"))
        .answering("ledger.release-hold", command -> posted(command, "ledger.release-hold"))
        .answering("ledger.capture-refund", command -> posted(command, "ledger.capture-refund"))
        .answering("ledger.freeze-dispute", command -> posted(command, "ledger.freeze-dispute"))
        .answering("ledger.close-dispute", command -> posted(command, "ledger.close-dispute"));
  }

  private static Optional<Answer> posted(ScriptedParticipant.Received command, String type) {
    Contracts.validate(type, command.json());
    return Optional.of(Answer.success(Contracts.example(type + ".reply")));
  }

  /** Enters a card on Stripe's page; its status. */
  static int pay(String checkoutUrl, String card) {
    return send(HttpRequest.newBuilder(URI.create(checkoutUrl))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("card=" + card))
            .build())
        .statusCode();
  }

  /** The charge that paid a purchase. */
  static String chargeOf(String purchaseId) {
    return atStripe(
        "charge",
        charge -> purchaseId.equals(charge.path("metadata").path("purchase").stringValue(null)));
  }

  /** The dispute about a purchase. */
  static String disputeOf(String purchaseId) {
    String charge = chargeOf(purchaseId);
    return atStripe("dispute", dispute -> charge.equals(dispute.path("charge").stringValue(null)));
  }

  /** The id of such an object at Stripe. */
  static String atStripe(String type, Predicate<JsonNode> wanted) {
    return simulator("GET", "/_sim/objects?type=" + type, "")
        .path("data")
        .valueStream()
        .map(one -> one.path("object"))
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Stripe has no such " + type))
        .path("id")
        .stringValue();
  }

  /** Calls the simulator's own door. */
  static JsonNode simulator(String method, String path, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(STRIPE.baseUrl() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static JsonNode json(HttpResponse<String> answer) {
    return json(answer.body());
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
