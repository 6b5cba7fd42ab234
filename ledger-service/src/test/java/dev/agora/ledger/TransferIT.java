package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.posting.AgentStatus;
import dev.agora.money.Credits;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Payments over HTTP, one at a time and many at once. */
class TransferIT extends RunningLedger {

  private static final String REPLAYED = "Idempotent-Replayed";

  @Test
  void aPaymentAnswersWithFeeAndNewBalance() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> answer = pay(payer, payee, "20");

    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode transfer = json(answer);
    assertThat(transfer.path("id").asString()).matches("trf_[0-9a-f]{32}");
    assertThat(transfer.path("amount").asString()).isEqualTo("20");
    assertThat(transfer.path("fee").asString()).isEqualTo("1");
    assertThat(transfer.path("feeBps").asInt()).isEqualTo(500);
    assertThat(transfer.path("net").asString()).isEqualTo("19");
    assertThat(transfer.at("/balance/available").asString()).isEqualTo("80");
    assertThat(available(payer)).isEqualTo("80");
    JsonNode payeeBalance = json(get("/api/v1/credits/balance", payee));
    assertThat(payeeBalance.at("/buckets/earned").asString()).isEqualTo("19");
    assertThat(payeeBalance.path("convertible").asString()).isEqualTo("19");
  }

  @Test
  void parallelPaymentsNeverOverspend() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    List<HttpResponse<String>> answers = inParallel(64, () -> pay(payer, payee, "20"));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(5);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 402).hasSize(59);
    assertThat(available(payer)).isEqualTo("0");
    assertThat(available(payee)).isEqualTo("95");
  }

  @Test
  void oneKeySentAHundredTimesPostsOnce() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String key = UUID.randomUUID().toString();

    List<HttpResponse<String>> answers = inParallel(100, () -> pay(payer, key, body(payee, "20")));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers)
        .extracting(HttpResponse::body)
        .hasSize(100)
        .containsOnly(answers.getFirst().body());
    assertThat(answers)
        .filteredOn(answer -> answer.headers().firstValue(REPLAYED).isEmpty())
        .hasSize(1);
    assertThat(available(payer)).isEqualTo("80");
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, "k", body(payee, "20"));

    HttpResponse<String> other = pay(payer, "k", body(payee, "21"));

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("idempotency_key_reused");
    assertThat(available(payer)).isEqualTo("80");
  }

  @Test
  void aRefusalForWantOfCreditsSaysWhatIsMissingAndIsKept() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> refused = pay(payer, "k", body(payee, "120.5"));
    buy(payer, "100");
    HttpResponse<String> again = pay(payer, "k", body(payee, "120.5"));

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(code(refused)).isEqualTo("insufficient_credits");
    assertThat(json(refused).path("missing").asString()).isEqualTo("20.5");
    assertThat(json(refused).path("available").asString()).isEqualTo("100");
    assertThat(json(refused).path("instance").asString()).isNotEmpty();
    assertThat(again.statusCode()).isEqualTo(402);
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(available(payer)).isEqualTo("200");
  }

  @Test
  void anUnknownOrMalformedPayeeIsNotFound() {
    AgentId payer = agentWith("100");

    assertThat(pay(payer, freshAgentId(), "1").statusCode()).isEqualTo(404);
    HttpResponse<String> malformed = pay(payer, "k", "{\"to\":\"bob\",\"amount\":\"1\"}");
    assertThat(malformed.statusCode()).isEqualTo(404);
    assertThat(code(malformed)).isEqualTo("agent_not_found");
  }

  @Test
  void aPayeeMadeAMomentAgoIsWaitedFor() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = freshAgentId();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> answer = threads.submit(() -> pay(payer, payee, "20"));
      threads.submit(() -> agent(payee, freshOwner(), AgentStatus.ACTIVE)).get();

      assertThat(answer.get().statusCode()).isEqualTo(201);
    }
  }

  @Test
  void anAgentCanNotPayItself() {
    AgentId payer = agentWith("100");

    HttpResponse<String> refused = pay(payer, payer, "1");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "amount":"0"                          | /amount
          "amount":"-1"                         | /amount
          "amount":"NaN"                        | /amount
          "amount":1e400                        | /amount
          "amount":"1.0000001"                  | /amount
          "amount":"0.000001"                   | /amount
          "amount":"1000000000001"              | /amount
          "amount":"٣"                          | /amount
          "amount":"1","memo":"a\\u0007b"       | /memo
          "amount":"1","reference":""           | /reference
          "amount":"1","metadata":{"a":{"b":1}} | /metadata/a
          "amount":"1","colour":"red"           | /colour
          """)
  void aWrongFieldIsNamed(String fields, String pointer) {
    AgentId payer = agentWith("100");

    HttpResponse<String> refused =
        pay(payer, UUID.randomUUID().toString(), "{\"to\":\"%s\",%s}".formatted(agent(), fields));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(available(payer)).isEqualTo("100");
  }

  @Test
  void aReferenceIsUsedOncePerPayee() {
    AgentId payer = agentWith("100");
    String body = "{\"to\":\"%s\",\"amount\":\"1\",\"reference\":\"r\"}".formatted(agent());

    assertThat(pay(payer, "k1", body).statusCode()).isEqualTo(201);
    HttpResponse<String> again = pay(payer, "k2", body);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(code(again)).isEqualTo("reference_used");
  }

  @Test
  void aFrozenAgentDoesNotPayAndAClosedOneIsNotPaid() {
    AgentId frozen = agent(freshAgentId(), freshOwner(), AgentStatus.FROZEN);
    AgentId closed = agent(freshAgentId(), freshOwner(), AgentStatus.CLOSED);

    assertThat(pay(frozen, agent(), "1").statusCode()).isEqualTo(403);
    assertThat(pay(agentWith("10"), closed, "1").statusCode()).isEqualTo(409);
  }

  @Test
  void paymentsInEveryDirectionAtOnceLoseNothing() throws Exception {
    List<AgentId> agents = List.of(agentWith("100"), agentWith("100"), agentWith("100"));
    AtomicInteger number = new AtomicInteger();

    List<HttpResponse<String>> answers =
        inParallel(
            90,
            () -> {
              int turn = number.getAndIncrement();
              return pay(agents.get(turn % 3), agents.get((turn + 1 + turn % 2) % 3), "7");
            });

    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 402);
    long posted = answers.stream().filter(answer -> answer.statusCode() == 201).count();
    Credits sum =
        agents.stream()
            .map(this::available)
            .map(Credits::parse)
            .reduce(Credits.ZERO, Credits::plus);
    // Each payment of 7 leaves its fee of 0.35 with the platform.
    assertThat(sum).isEqualTo(Credits.ofMicros(300_000_000 - posted * 350_000));
    assertThat(proof().path("ok").asBoolean()).isTrue();
  }
}
