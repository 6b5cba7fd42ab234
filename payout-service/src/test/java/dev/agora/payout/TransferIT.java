package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever Stripe does, credits and dollars agree in the end. */
class TransferIT extends RunningPayout {

  @Autowired private JdbcClient jdbc;

  /** The saga repeats a command of unknown outcome after 30 s. */
  private static final Duration AFTER_A_REPETITION = Duration.ofMinutes(1);

  @Test
  void aRefusalByStripeGivesCreditsAndCapBack() {
    onboard();
    fault("REFUSE", "/v1/transfers", "\"method\": \"POST\", \"code\": \"balance_insufficient\",");
    String id =
        Stage.json(convertAsOwner("10000", UUID.randomUUID().toString())).path("id").stringValue();
    awaitStatus(id, "REJECTED");
    assertThat(read(id).path("rejection").path("code").stringValue()).isEqualTo("transfer_refused");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(Stage.transfersOf(id)).isZero();
    assertThat(convertAsOwner("10000", UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
  }

  /** The table of outcomes: whatever the line does, there is one transfer in the end. */
  @Test
  void whateverTheLineDoesThereIsOneTransfer() {
    onboard();
    List<String> ids = new ArrayList<>();
    for (String kind :
        List.of(
            "ERROR_AFTER",
            "CLOSE_AFTER",
            "HANG_AFTER",
            "TRUNCATE",
            "WRONG_OBJECT",
            "ERROR_BEFORE",
            "CLOSE_BEFORE",
            "BAD_GATEWAY",
            "RATE_LIMIT")) {
      fault(kind, "/v1/transfers", "\"method\": \"POST\", \"delayMillis\": 1500,");
      String id = Stage.json(convert("100")).path("id").stringValue();
      ids.add(id);
      await().atMost(SOON).until(() -> faultsHit() == ids.size());
    }
    for (String id : ids) {
      await()
          .atMost(AFTER_A_REPETITION)
          .untilAsserted(
              () -> assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED"));
      assertThat(Stage.transfersOf(id)).isEqualTo(1);
    }
  }

  @Test
  void aDoubtThatNothingEndsIsEndedByTwoOperators() {
    onboard();
    fault("ERROR_DURING", "/v1/transfers", "\"method\": \"POST\",");
    String id = Stage.json(convert("4000")).path("id").stringValue();
    awaitStatus(id, "UNKNOWN");
    String first = Stage.Owner.fresh().humanId();
    String path = "/api/v1/payouts/transfers-in-doubt";
    String giveUp = path + "/" + id + "/give-up";
    String reason = "{\"reason\": \"Stripe confirms that there is none\"}";

    assertThat(as(operator(first), "POST", giveUp, reason).body())
        .contains("doubt_too_young", "from");
    passADay(id);
    assertThat(as(operator(first), "GET", path, "").body()).contains(id);
    assertThat(human("POST", giveUp, reason).statusCode()).isEqualTo(403);
    assertThat(as(operator(first), "POST", giveUp + "/approve", "").statusCode()).isEqualTo(404);
    HttpResponse<String> asked = as(operator(first), "POST", giveUp, reason);
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    assertThat(as(operator(first), "POST", giveUp + "/approve", "").body())
        .contains("second_operator_needed");
    assertThat(read(id).path("status").stringValue()).isEqualTo("UNKNOWN");
    // Doubt keeps the cap.
    assertThat(convertAsOwner("10000", UUID.randomUUID().toString()).statusCode()).isEqualTo(422);

    String second = Stage.Owner.fresh().humanId();
    HttpResponse<String> approved = as(operator(second), "POST", giveUp + "/approve", "");
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    assertThat(as(operator(second), "POST", giveUp + "/approve", "").statusCode()).isEqualTo(200);
    awaitStatus(id, "REJECTED");
    assertThat(read(id).path("rejection").path("code").stringValue())
        .isEqualTo("transfer_not_sent");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(Stage.transfersOf(id)).isZero();
    assertThat(as(operator(first), "POST", giveUp, reason).body())
        .contains("transfer_not_in_doubt");
    assertThat(convertAsOwner("10000", UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
  }

  private void passADay(String id) {
    jdbc.sql(
            """
            UPDATE transfer_intent SET first_sent_at = first_sent_at - interval '86401 s'
            WHERE conversion_id = ?
            """)
        .param(id)
        .update();
  }

  private static String operator(String humanId) {
    return Stage.GATEWAY.operatorToken("payout", humanId);
  }
}
