package dev.agora.ledger;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.account.PurchaseId;
import dev.agora.ledger.agent.KnownAgent;
import dev.agora.ledger.agent.KnownAgents;
import dev.agora.ledger.journal.Postings;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.ledger.posting.Note;
import dev.agora.ledger.posting.Outcome;
import dev.agora.ledger.posting.Posting;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.proof.ProofDoor;
import dev.agora.money.Credits;
import dev.agora.money.FeeRate;
import dev.agora.money.Usd;
import dev.agora.support.CommandSender;
import dev.agora.support.Parts;
import dev.agora.support.RealParts;
import dev.agora.support.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a port of its own; test classes share it, and use agents of their own. */
@RealParts
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "MANAGEMENT_SERVER_PORT=0",
      "agora.economy.seasoning=0s",
      "agora.ledger.analytics.every=1h",
      "agora.ledger.proof.every=1h"
    })
abstract class RunningLedger {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TestGateway GATEWAY = TestGateway.start();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  KnownAgents agents;

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  Postings postings;

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  TransactionOperations transactions;

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  JdbcClient jdbc;

  @Autowired
  @SuppressWarnings("NullAway.Init") // injected
  BeanFactory beans;

  @LocalServerPort int port;

  @DynamicPropertySource
  static void gateway(DynamicPropertyRegistry registry) {
    registry.add("AGORA_JWKS_URL", GATEWAY::jwksUrl);
  }

  static String freshId(String prefix) {
    return prefix + UUID.randomUUID().toString().replace("-", "");
  }

  static AgentId freshAgentId() {
    return new AgentId(freshId("agt_"));
  }

  static OwnerId freshOwner() {
    return new OwnerId(freshId("hum_"));
  }

  /** An agent of an owner of its own. */
  AgentId agent() {
    return agent(freshAgentId(), freshOwner(), AgentStatus.ACTIVE);
  }

  AgentId agent(AgentId id, OwnerId owner, AgentStatus status) {
    agents.learn(new KnownAgent(id, owner, status, 1));
    return id;
  }

  /** An agent with that many purchased credits. */
  AgentId agentWith(String credits) {
    AgentId agent = agent();
    buy(agent, credits);
    return agent;
  }

  void buy(AgentId agent, String credits) {
    PurchaseId id = new PurchaseId(freshId("pur_"));
    Usd price = Credits.parse(credits).atPar();
    FeeRate rate = FeeRate.ofBasisPoints(300);
    post(
        new Posting.Purchase(
            PostingId.ofPurchase(id),
            id,
            agent,
            price,
            rate.of(price),
            rate,
            Credits.parse(credits),
            Credits.ZERO,
            Usd.parse("0.59"),
            Note.NONE));
  }

  Outcome post(Posting posting) {
    return Objects.requireNonNull(
        transactions.execute(status -> postings.post(List.of(posting)).getFirst()));
  }

  HttpResponse<String> get(String path, AgentId caller) {
    return send(request(path, GATEWAY.agentToken("ledger", caller.value())));
  }

  HttpResponse<String> get(String path, AgentId caller, String accept) {
    return send(
        request(path, GATEWAY.agentToken("ledger", caller.value())).header("Accept", accept));
  }

  /** Another service's request in an agent's name; an empty body is none. */
  HttpResponse<String> delegated(AgentId agent, String method, String path, String body) {
    return send(
        request(path, GATEWAY.delegatedToken("payout", "ledger", agent.value()))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> getAsHuman(String path, OwnerId caller) {
    return send(request(path, GATEWAY.humanToken("ledger", caller.value())));
  }

  HttpResponse<String> getAsOperator(String path) {
    return send(request(path, GATEWAY.operatorToken("ledger", freshOwner().value())));
  }

  HttpResponse<String> getAsAnybody(String path) {
    return send(request(path, GATEWAY.anonymousToken("ledger")));
  }

  HttpResponse<String> pay(AgentId payer, String key, String body) {
    return post(payer, "/api/v1/credits/transfer", key, body);
  }

  HttpResponse<String> pay(AgentId payer, AgentId payee, String amount) {
    return pay(payer, UUID.randomUUID().toString(), body(payee, amount));
  }

  HttpResponse<String> payMany(AgentId payer, String key, String body) {
    return post(payer, "/api/v1/credits/transfers", key, body);
  }

  HttpResponse<String> post(AgentId caller, String path, String key, String body) {
    return send(
        request(path, GATEWAY.agentToken("ledger", caller.value()))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> operate(String operator, String path, String body) {
    return send(
        request(path, GATEWAY.operatorToken("ledger", operator))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Reads as an operator. */
  HttpResponse<String> readAs(String operator, String path) {
    return send(request(path, GATEWAY.operatorToken("ledger", operator)).GET());
  }

  HttpResponse<String> quote(AgentId payer, String body) {
    return send(
        request("/api/v1/credits/quote", GATEWAY.agentToken("ledger", payer.value()))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends commands as a saga does, and hears what the ledger says. */
  static CommandSender listening() {
    return CommandSender.to(Parts.kafka(), "ledger.commands.v1", "ledger.events.v1");
  }

  /** The content of a command about that agent. */
  static Map<String, Object> command(AgentId agent, String... namesAndValues) {
    Map<String, Object> command = new HashMap<>(Map.of("agentId", agent.value()));
    for (int index = 0; index < namesAndValues.length; index += 2) {
      command.put(namesAndValues[index], namesAndValues[index + 1]);
    }
    return command;
  }

  static String body(AgentId payee, String amount) {
    return "{\"to\":\"%s\",\"amount\":\"%s\"}".formatted(payee, amount);
  }

  /** The proof, after walks that began now and looked at everything. */
  JsonNode proof() {
    new ProofDoor(beans).walkEverything();
    return json(getAsAnybody("/api/v1/ledger/proof"));
  }

  String available(AgentId agent) {
    return json(get("/api/v1/credits/balance", agent)).path("available").asString();
  }

  /** Of the agent's transactions, newest first. */
  List<String> kinds(AgentId agent) {
    return json(get("/api/v1/credits/transactions", agent))
        .path("items")
        .valueStream()
        .map(item -> item.path("kind").asString())
        .toList();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  static String code(HttpResponse<String> response) {
    return json(response).path("code").asString();
  }

  /** Sends a request as that human; an empty body is none. */
  HttpResponse<String> send(OwnerId caller, String method, String path, String body) {
    return send(as(caller, method, path, body));
  }

  HttpRequest.Builder as(OwnerId caller, String method, String path, String body) {
    return request(path, GATEWAY.humanToken("ledger", caller.value()))
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  static List<HttpResponse<String>> inParallel(int times, Callable<HttpResponse<String>> request)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<HttpResponse<String>> answers = new ArrayList<>();
      List<Future<HttpResponse<String>>> running =
          IntStream.range(0, times).mapToObj(number -> threads.submit(request)).toList();
      for (Future<HttpResponse<String>> answer : running) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
