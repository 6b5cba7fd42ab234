package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Owners who want to be asked before much of what their agents earned becomes dollars. */
class ApprovalIT extends RunningPayout {

  private static final String RULE = "/api/v1/payouts/approval-rule";

  @Autowired private JdbcClient jdbc;

  @Test
  void aboveTheOwnersAmountNothingIsSentBeforeTheirYes() {
    onboard();
    ask("400");
    assertThat(convert("400").statusCode()).isEqualTo(202);
    String id = Stage.json(convert("400.1")).path("id").stringValue();
    awaitStatus(id, "APPROVAL");
    assertThat(read(id).path("lapsesAt").stringValue("")).endsWith("Z");
    assertThat(ledger.received("ledger.place-hold", owner.agentId())).hasSize(2);
    assertThat(Stage.transfersOf(id)).isZero();

    assertThat(decide(stale(), id, "approve").body()).contains("step_up_required");
    String stranger = Stage.GATEWAY.humanToken("payout", Stage.Owner.fresh().humanId());
    assertThat(decide(stranger, id, "approve").statusCode()).isEqualTo(404);
    assertThat(decide(stranger, id, "deny").statusCode()).isEqualTo(404);
    HttpResponse<String> approved = decide(fresh(), id, "approve");
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
    awaitStatus(id, "COMPLETED");

    assertThat(decide(fresh(), id, "approve").statusCode()).isEqualTo(200);
    HttpResponse<String> tooLate = decide(fresh(), id, "deny");
    assertThat(tooLate.statusCode()).isEqualTo(409);
    assertThat(tooLate.body()).contains("conversion_not_waiting");
    assertThat(Stage.transfersOf(id)).isEqualTo(1);
  }

  @Test
  void aNoGivesCreditsAndCapBack() {
    onboard();
    ask("100");
    String id = Stage.json(convert("4000")).path("id").stringValue();
    awaitStatus(id, "APPROVAL");
    assertThat(decide(stale(), id, "deny").statusCode()).isEqualTo(200);
    assertThat(decide(stale(), id, "deny").statusCode()).isEqualTo(200);
    awaitStatus(id, "CANCELED");
    assertThat(read(id).path("rejection").path("code").stringValue()).isEqualTo("approval_denied");
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(1);
    assertThat(Stage.transfersOf(id)).isZero();
    assertThat(convertAsOwner("10000", UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
  }

  @Test
  void silenceLapses() {
    onboard();
    ask("100");
    String id = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(id, "APPROVAL");
    jdbc.sql(
            "UPDATE conversion SET lapses_at = now() - interval '1 second' WHERE conversion_id = ?")
        .param(id)
        .update();
    awaitStatus(id, "CANCELED");
    assertThat(read(id).path("rejection").path("code").stringValue()).isEqualTo("approval_lapsed");
    assertThat(decide(fresh(), id, "approve").statusCode()).isEqualTo(409);
    assertThat(Stage.transfersOf(id)).isZero();
  }

  @Test
  void anOwnerWhoAsksHasSaidYesIfTheyShowedWhoTheyAre() {
    onboard();
    ask("100");
    String key = UUID.randomUUID().toString();
    assertThat(convert(stale(), "200", key).body()).contains("step_up_required");
    String id = Stage.json(convert(fresh(), "200", key)).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
  }

  @Test
  void theRuleIsTheOwnersAlone() {
    assertThat(human("GET", RULE, "").body()).isEqualTo("{\"above\":null}");
    assertThat(as(stale(), "PUT", RULE, "{\"above\": \"5\"}").statusCode()).isEqualTo(403);
    assertThat(agent("PUT", RULE, "{\"above\": \"5\"}").statusCode()).isEqualTo(403);
    assertThat(human("PUT", RULE, "{\"above\": \"0\"}").statusCode()).isEqualTo(422);
    assertThat(human("PUT", RULE, "{}").body()).contains("/above");
    ask("250.5");
    assertThat(human("GET", RULE, "").body()).isEqualTo("{\"above\":\"250.5\"}");
    assertThat(human("DELETE", RULE, "").statusCode()).isEqualTo(204);
    assertThat(human("GET", RULE, "").body()).isEqualTo("{\"above\":null}");
  }

  @Test
  void twoWordsAtOnceAreOne() throws Exception {
    onboard();
    ask("100");
    String id = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(id, "APPROVAL");
    var outcomes = InParallel.run(20, i -> decide(fresh(), id, i % 2 == 0 ? "approve" : "deny"));
    assertThat(outcomes).extracting(HttpResponse::statusCode).containsOnly(200, 409);
    assertThat(outcomes).filteredOn(answer -> answer.statusCode() == 200).hasSize(10);
    await()
        .atMost(SOON)
        .until(() -> read(id).path("status").stringValue().matches("COMPLETED|CANCELED"));
    boolean sent = read(id).path("status").stringValue().equals("COMPLETED");
    assertThat(Stage.transfersOf(id)).isEqualTo(sent ? 1 : 0);
    assertThat(ledger.received("ledger.release-hold", owner.agentId())).hasSize(sent ? 0 : 1);
  }

  private void ask(String above) {
    HttpResponse<String> set = human("PUT", RULE, "{\"above\": \"" + above + "\"}");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
  }
}
