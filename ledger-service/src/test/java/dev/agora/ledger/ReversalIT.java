package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.ledger.account.AgentId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reversals: two operators, a new entry, once. */
class ReversalIT extends RunningLedger {

  private static final String ADJUSTMENTS = "/api/v1/ledger/adjustments";
  private final String grace = freshOwner().value();
  private final String linus = freshOwner().value();

  @AfterEach
  void theProofHolds() {
    JsonNode proof = proof();
    assertThat(proof.path("ok").asBoolean()).as(proof.toPrettyString()).isTrue();
  }

  @Test
  void aPaymentIsReversedOnceAndBothSidesSeeIt() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, payee, "40");
    String paid = newest(payer).path("id").asString();
    String first = ask(paid);
    String second = ask(paid);

    HttpResponse<String> alone = operate(grace, first, "");
    HttpResponse<String> reversed = operate(linus, first, "");
    HttpResponse<String> twice = operate(linus, second, "");

    assertThat(code(alone)).isEqualTo("second_operator_needed");
    assertThat(reversed.statusCode()).as(reversed.body()).isEqualTo(200);
    assertThat(json(reversed).path("reverses").asString()).isEqualTo(paid);
    assertThat(operate(linus, first, "").body()).isEqualTo(reversed.body());
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(code(twice)).isEqualTo("already_reversed");
    assertThat(code(request(paid))).isEqualTo("already_reversed");
    assertThat(available(payer)).isEqualTo("100");
    assertThat(available(payee)).isEqualTo("0");
    for (AgentId side : List.of(payer, payee)) {
      JsonNode item = newest(side);
      assertThat(item.path("id")).isEqualTo(json(reversed).path("transaction"));
      assertThat(item.path("kind").asString()).isEqualTo("ADJUSTMENT");
      assertThat(item.path("reference").asString()).isEqualTo(paid);
      assertThat(item.path("memo").asString()).isEqualTo("a mistake");
    }
    assertThat(newest(payer).path("amount").asString()).isEqualTo("40");
    assertThat(newest(payee).path("amount").asString()).isEqualTo("-38");
    HttpResponse<String> ofReversal = request(newest(payer).path("id").asString());
    assertThat(code(ofReversal)).isEqualTo("not_reversible");
    theDatabaseRefusesASecondOneToo(paid);
  }

  @Test
  void whatWasSpentSinceIsRefusedAndCanBeAskedForAgain() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, payee, "40");
    String act = ask(newest(payer).path("id").asString());
    pay(payee, payer, "10");

    HttpResponse<String> refused = operate(linus, act, "");

    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(json(refused).path("detail").asString()).startsWith("10 of the credits");
    assertThat(available(payee)).isEqualTo("28");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"reverses":"txn_1","reason":"r"}                                | /reverses
          {"reverses":"txn_00000000000070008000000000000001","reason":"r"} | /reverses
          {"reverses":"txn_1","agent":"agt_1","reason":"r"}                | /agent
          {"reverses":"txn_1","amount":"1","reason":"r"}                   | /amount
          {"reverses":"txn_1","direction":"DEBIT","reason":"r"}            | /direction
          {"reverses":"txn_1"}                                             | /reason
          {"direction":"DEBIT","amount":"1","reason":"r"}                  | /agent
          """)
  void aWrongFieldIsNamed(String body, String pointer) {
    HttpResponse<String> answer = operate(grace, ADJUSTMENTS, body);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo(pointer);
  }

  @Test
  void aPurchaseHasItsOwnWayBack() {
    HttpResponse<String> answer = request(newest(agentWith("10")).path("id").asString());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(code(answer)).isEqualTo("not_reversible");
    assertThat(json(answer).path("remedy").asString()).contains("/billing/purchases");
  }

  private void theDatabaseRefusesASecondOneToo(String paid) {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO journal (number, posting_id, kind, at, amount)
                        VALUES (-1, ?, 'ADJUSTMENT', now(), 1)
                        """)
                    .param(paid + "/reversal")
                    .update())
        .hasMessageContaining("journal_posting_id_key");
  }

  private HttpResponse<String> request(String transaction) {
    return operate(
        grace,
        ADJUSTMENTS,
        "{\"reverses\":\"%s\",\"reason\":\"a mistake\"}".formatted(transaction));
  }

  /** The address to approve it at. */
  private String ask(String transaction) {
    HttpResponse<String> asked = request(transaction);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    return ADJUSTMENTS + "/" + json(asked).path("id").asString() + "/approve";
  }

  private JsonNode newest(AgentId agent) {
    return json(get("/api/v1/credits/transactions", agent)).at("/items/0");
  }
}
