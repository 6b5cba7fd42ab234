package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.ledger.account.AgentId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Payments to come. */
class PlainHoldIT extends RunningLedger {

  @AfterEach
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void aPayeeCapturesPartByPartAndReleasesTheRest() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> placed = place(payer, payee, "60", "PT1H");
    String id = json(placed).path("id").asString();
    JsonNode balance = json(get("/api/v1/credits/balance", payer));
    HttpResponse<String> captured = act(payee, id, "capture", "{\"amount\":\"20\"}");
    HttpResponse<String> released = act(payee, id, "release", "");

    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(placed.headers().firstValue("Location")).hasValue("/api/v1/credits/holds/" + id);
    assertThat(json(placed).path("status").asString()).isEqualTo("HELD");
    assertThat(json(placed).path("captured").asString()).isEqualTo("0");
    assertThat(Instant.parse(json(placed).path("expiresAt").asString()))
        .isAfter(Instant.now().plusSeconds(3_000));
    assertThat(balance.path("available").asString()).isEqualTo("40");
    assertThat(balance.path("held").asString()).isEqualTo("60");
    assertThat(captured.statusCode()).as(captured.body()).isEqualTo(200);
    assertThat(json(captured).path("captured").asString()).isEqualTo("20");
    assertThat(json(captured).path("left").asString()).isEqualTo("40");
    assertThat(json(released).path("status").asString()).isEqualTo("RELEASED");
    assertThat(available(payer)).isEqualTo("80");
    assertThat(available(payee)).isEqualTo("19");
    for (AgentId side : List.of(payer, payee)) {
      assertThat(json(get("/api/v1/credits/holds/" + id, side)).path("status").asString())
          .isEqualTo("RELEASED");
    }
    assertThat(code(act(payee, id, "capture", ""))).isEqualTo("hold_ended");
  }

  @Test
  void onlyThePayeeActsAndNobodyElseLooks() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String id = json(place(payer, payee, "60", "PT1H")).path("id").asString();

    assertThat(act(payer, id, "capture", "").statusCode()).isEqualTo(404);
    assertThat(code(act(payer, id, "release", ""))).isEqualTo("hold_not_found");
    assertThat(act(agent(), id, "release", "").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/credits/holds/" + id, agent()).statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/credits/holds/hld_0", payer).statusCode()).isEqualTo(404);
    assertThat(code(act(payee, id, "capture", "{\"amount\":\"60.1\"}")))
        .isEqualTo("more_than_held");
  }

  @Test
  void aHoldIsSpendableTheInstantItIsOverAndIsThenWrittenSo() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String id = json(place(payer, payee, "100", "PT1S")).path("id").asString();
    assertThat(pay(payer, payee, "1").statusCode()).isEqualTo(402);

    await().atMost(Duration.ofSeconds(10)).until(() -> available(payer), "100"::equals);
    assertThat(pay(payer, payee, "100").statusCode()).isEqualTo(201);
    assertThat(code(act(payee, id, "capture", ""))).isEqualTo("hold_ended");
    assertThat(json(get("/api/v1/credits/holds/" + id, payer)).path("status").asString())
        .isEqualTo("EXPIRED");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(
                        json(get("/api/v1/credits/transactions?kind=RELEASE", payer))
                            .at("/items/0/hold")
                            .asString())
                    .isEqualTo(id));
  }

  @Test
  void spendingRacesAnExpiryIntoNoWrongResult() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String id = json(place(payer, payee, "100", "PT1S")).path("id").asString();
    Instant until = Instant.now().plusSeconds(2);

    List<HttpResponse<String>> answers =
        inParallel(
            8,
            () -> {
              HttpResponse<String> last = act(payee, id, "capture", "{\"amount\":\"1\"}");
              while (Instant.now().isBefore(until)) {
                pay(payer, payee, "3");
                last = act(payee, id, "capture", "{\"amount\":\"1\"}");
              }
              return last;
            });

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(409);
    JsonNode hold = json(get("/api/v1/credits/holds/" + id, payer));
    assertThat(hold.path("status").asString()).isIn("EXPIRED", "CAPTURED");
    assertThat(json(get("/api/v1/credits/balance", payer)).path("held").asString()).isEqualTo("0");
  }

  @Test
  void parallelCapturesTakeNoMoreThanIsHeld() throws Exception {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    String id = json(place(payer, payee, "50", "PT1H")).path("id").asString();

    List<HttpResponse<String>> answers =
        inParallel(20, () -> act(payee, id, "capture", "{\"amount\":\"10\"}"));

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(5);
    assertThat(available(payee)).isEqualTo("47.5");
    assertThat(available(payer)).isEqualTo("50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "amount":"0","expiresIn":"PT1H"                | /amount
          "amount":"1","expiresIn":"PT0.5S"              | /expiresIn
          "amount":"1","expiresIn":"P91D"                | /expiresIn
          "amount":"1","expiresIn":"soon"                | /expiresIn
          "amount":"1"                                   | /expiresIn
          "amount":"1","expiresIn":"PT1H","reference":"" | /reference
          """)
  void aWrongFieldIsNamed(String fields, String pointer) {
    AgentId payer = agentWith("100");

    HttpResponse<String> refused =
        post(
            payer,
            "/api/v1/credits/holds",
            UUID.randomUUID().toString(),
            "{\"to\":\"%s\",%s}".formatted(agent(), fields));

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void aReferenceIsUsedOncePerPayeeAndAKeyPlacesOnce() {
    AgentId payer = agentWith("100");
    String body =
        "{\"to\":\"%s\",\"amount\":\"1\",\"expiresIn\":\"PT1H\",\"reference\":\"r\"}"
            .formatted(agent());

    HttpResponse<String> first = post(payer, "/api/v1/credits/holds", "k1", body);
    HttpResponse<String> again = post(payer, "/api/v1/credits/holds", "k1", body);
    HttpResponse<String> other = post(payer, "/api/v1/credits/holds", "k2", body);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(code(other)).isEqualTo("reference_used");
    assertThat(available(payer)).isEqualTo("99");
  }

  private HttpResponse<String> place(
      AgentId payer, AgentId payee, String amount, String expiresIn) {
    return post(
        payer,
        "/api/v1/credits/holds",
        UUID.randomUUID().toString(),
        "{\"to\":\"%s\",\"amount\":\"%s\",\"expiresIn\":\"%s\"}"
            .formatted(payee, amount, expiresIn));
  }

  private HttpResponse<String> act(AgentId caller, String hold, String verb, String body) {
    return post(
        caller,
        "/api/v1/credits/holds/%s/%s".formatted(hold, verb),
        UUID.randomUUID().toString(),
        body);
  }
}
