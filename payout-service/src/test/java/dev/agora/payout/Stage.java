package dev.agora.payout;

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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What stands around payout in its tests: a gateway, Stripe, the ledger and accounts. */
final class Stage {

  static final String WEBHOOK_SECRET = "whsec_payout_test";
  static final TestGateway GATEWAY = TestGateway.start();
  static final StubLedger LEDGER = StubLedger.start();
  static final WebhookRelay RELAY = WebhookRelay.start();
  static final StripeSimulator STRIPE =
      StripeSimulator.start(
          SimulatorOptions.defaults()
              .withConnectEndpoint(RELAY.url(), WEBHOOK_SECRET)
              .withPayoutDelay(Duration.ofMillis(500)));

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** A person with an agent. */
  record Owner(String humanId, String agentId) {

    static Owner fresh() {
      return new Owner(id("hum_"), id("agt_"));
    }

    Owner withAnotherAgent() {
      return new Owner(humanId, id("agt_"));
    }

    private static String id(String prefix) {
      return prefix + UUID.randomUUID().toString().replace("-", "");
    }
  }

  private Stage() {}

  /** Tells payout of a person and their agent, as accounts-service does. */
  static Owner introduce(ScriptedParticipant world) {
    Owner owner = Owner.fresh();
    String human =
        """
        {"humanId": "%s", "email": "ada@example.org", "name": "Ada", "version": 1,
         "at": "2026-11-22T09:30:00Z"}
        """
            .formatted(owner.humanId());
    world.publish("accounts.events.v1", owner.humanId(), "accounts.human-changed", human);
    introduceAgent(world, owner.agentId(), "\"" + owner.humanId() + "\"");
    return owner;
  }

  /** Tells payout of an agent; the owner is JSON. */
  static void introduceAgent(ScriptedParticipant world, String agentId, String owner) {
    String agent =
        """
        {"agentId": "%s", "name": "bot", "owner": %s, "status": "ACTIVE", "version": 1,
         "at": "2026-11-22T09:30:00Z"}
        """
            .formatted(agentId, owner);
    world.publish("accounts.events.v1", agentId, "accounts.agent-changed", agent);
  }

  /** A ledger that does whatever it is asked to. */
  static ScriptedParticipant obligingLedger() {
    return ScriptedParticipant.on("ledger.commands.v1")
        .answering("ledger.place-hold", command -> done(command, "ledger.place-hold"))
        .answering("ledger.release-hold", command -> done(command, "ledger.release-hold"))
        .answering(
            "ledger.capture-conversion", command -> done(command, "ledger.capture-conversion"))
        .answering(
            "ledger.book-returned-transfer",
            command -> done(command, "ledger.book-returned-transfer"))
        .answering(
            "ledger.settle-returned-transfer",
            command -> done(command, "ledger.settle-returned-transfer"));
  }

  private static Optional<Answer> done(ScriptedParticipant.Received command, String type) {
    Contracts.validate(type, command.json());
    return Optional.of(Answer.success(Contracts.example(type + ".reply")));
  }

  /** Puts dollars on the platform's Stripe balance. */
  static void fund(long cents) {
    form(
        STRIPE.baseUrl() + "/v1/topups",
        "amount=%d&currency=usd&description=test&statement_descriptor=test".formatted(cents));
  }

  /** Sends a page's form. */
  static HttpResponse<String> form(String url, String fields) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer sk_test_payout")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(fields))
            .build());
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
    return json(answer.body());
  }

  /** How many transfers Stripe made for a conversion. */
  static long transfersOf(String conversionId) {
    return transfers(conversionId).count();
  }

  /** The only transfer that Stripe made for a conversion. */
  static JsonNode transferOf(String conversionId) {
    return transfers(conversionId).reduce((one, other) -> MissingNode.getInstance()).orElseThrow();
  }

  /** The id of the object of that type that Stripe made last. */
  static String latest(String type) {
    return objects(type).reduce((first, last) -> last).orElseThrow().path("id").stringValue();
  }

  private static Stream<JsonNode> transfers(String conversionId) {
    return objects("transfer")
        .filter(transfer -> conversionId.equals(transfer.path("transfer_group").stringValue(null)));
  }

  private static Stream<JsonNode> objects(String type) {
    return simulator("GET", "/_sim/objects?type=" + type, "")
        .path("data")
        .valueStream()
        .map(one -> one.path("object"));
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
