package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.OffsetDateTime;
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
    await().atMost(SOON).until(() -> open("REVERSED") > 0);

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
    await().atMost(SOON).until(() -> open("IN_DOUBT") > 0);
    assertThat(human("GET", "/api/v1/payouts/breaks", "").statusCode()).isEqualTo(403);
  }

  @Test
  void whatLiesOnAnOwnersAccountIsComparedWithWhatWasSentThere() {
    onboard();
    String id = Stage.json(convert("500")).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    String account = Stage.transferOf(id).path("destination").stringValue();
    awaitLooks(account, 2);
    assertThat(breaks()).doesNotContain("CONNECTED_BALANCE\",\"subject\":\"" + account);

    transfer(account, "cnv_" + UUID.randomUUID().toString().replace("-", ""));
    awaitBreak("CONNECTED_BALANCE", account);
    await().atMost(SOON).until(() -> open("CONNECTED_BALANCE") > 0);
  }

  /** So that a difference would have been seen twice. */
  private void awaitLooks(String account, int more) {
    for (int look = 0; look < more; look++) {
      Object before = lookedAt(account);
      await().atMost(SOON).until(() -> !lookedAt(account).equals(before));
    }
  }

  private Object lookedAt(String account) {
    return jdbc.sql(
            "SELECT coalesce(max(looked_at), 'epoch') FROM connected_look WHERE stripe_account_id = ?")
        .param(account)
        .query(OffsetDateTime.class)
        .single();
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
