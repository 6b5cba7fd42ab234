package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens at Stripe without us is found, told, counted and, once mended, gone. */
class ReconciliationIT extends RunningPayout {

  @Autowired private JdbcClient jdbc;
  @Autowired private MeterRegistry meters;

  private final String operatorId = Owner.fresh().humanId();

  @Test
  void aReversalIsToldToTheOwnerAndToTheOperators() {
    onboard();
    // What went on to the bank can not be taken back.
    String account = Stage.latest("v2.core.account");
    Stage.simulator(
        "POST", "/_sim/accounts/" + account + "/restrict", "{\"capability\": \"payouts\"}");
    String id = Stage.json(convert("500")).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    reverse(id, 1_000);
    awaitReversed(id, "10.00");
    assertThat(read(id).path("payout").toString()).contains("$10.00 of it went", "operators");
    awaitBreak("REVERSED", id);
    assertThat(open("REVERSED")).isPositive();

    reverse(id, 3_250);
    awaitReversed(id, "42.50");
    assertThat(agent("GET", "/api/v1/billing/conversions/" + id + "/history", "").body())
        .contains("\"reversedUsd\":\"10.00\"", "\"reversedUsd\":\"42.50\"");
    assertThat(Stage.transfersOf(id)).isEqualTo(1);
    assertThat(human("GET", "/api/v1/payouts/statement", "").body())
        .contains("\"reversedUsd\":\"42.50\"");
  }

  @Test
  void aTransferThatNobodyAskedForIsFound() {
    onboard();
    String id = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    String destination = Stage.transferOf(id).path("destination").stringValue();
    String strange = transfer(destination, "cnv_" + UUID.randomUUID().toString().replace("-", ""));
    awaitBreak("NOT_OURS", strange);
    transfer(destination, id);
    awaitBreak("SECOND_TRANSFER", id);
  }

  @Test
  void whatIsLateIsFoundAndGoneWhenMended() {
    onboard();
    String id = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    jdbc.sql(
            """
            UPDATE transfer_intent
            SET first_sent_at = first_sent_at - interval '1 h', stripe_transfer_id = ?
            WHERE conversion_id = ?
            """)
        .params("tr_" + id, id)
        .update();
    awaitBreak("NOT_THERE", id);
    jdbc.sql("UPDATE transfer_intent SET stripe_transfer_id = ? WHERE conversion_id = ?")
        .params(Stage.transferOf(id).path("id").stringValue(), id)
        .update();
    await().atMost(SOON).until(() -> !breaks().contains("NOT_THERE\",\"subject\":\"" + id));

    fault("ERROR_DURING", "/v1/transfers", "\"method\": \"POST\",");
    String doubtful = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(doubtful, "UNKNOWN");
    assertThat(breaks()).doesNotContain(doubtful);
    jdbc.sql(
            """
            UPDATE transfer_intent SET first_sent_at = first_sent_at - interval '1 h'
            WHERE conversion_id = ?
            """)
        .param(doubtful)
        .update();
    awaitBreak("IN_DOUBT", doubtful);
    assertThat(open("IN_DOUBT")).isPositive();
    assertThat(human("GET", "/api/v1/payouts/breaks", "").statusCode()).isEqualTo(403);
  }

  private void awaitBreak(String kind, String subject) {
    await().atMost(SOON).until(() -> breaks().contains(kind + "\",\"subject\":\"" + subject));
  }

  private String breaks() {
    return as(
            Stage.GATEWAY.operatorToken("payout", operatorId),
            "GET",
            "/api/v1/payouts/breaks?limit=100",
            "")
        .body();
  }

  private double open(String kind) {
    return meters.get("agora.payout.breaks").tag("kind", kind).gauge().value();
  }

  private void awaitReversed(String id, String usd) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(read(id).path("reversedUsd").stringValue()).isEqualTo(usd));
  }

  private static void reverse(String conversion, long cents) {
    String transfer = Stage.transferOf(conversion).path("id").stringValue();
    assertThat(
            Stage.form(
                    Stage.STRIPE.baseUrl() + "/v1/transfers/" + transfer + "/reversals",
                    "amount=" + cents)
                .statusCode())
        .isEqualTo(200);
  }

  private static String transfer(String destination, String conversion) {
    return Stage.json(
            Stage.form(
                Stage.STRIPE.baseUrl() + "/v1/transfers",
                "amount=100&currency=usd&destination=%s&metadata[conversion]=%s"
                    .formatted(destination, conversion)))
        .path("id")
        .stringValue();
  }
}
