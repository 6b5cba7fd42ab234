package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.support.Contracts;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an owner's dollars go, and what there is to say about it before any is sent. */
class DestinationIT extends RunningPayout {

  private static final String REPLACEMENT = "/api/v1/payouts/account/replacement";

  @Autowired private JdbcClient jdbc;

  @Test
  void aSessionThatWasLeftOpenSetsNoDestination() {
    String left = Stage.GATEWAY.staleHumanToken("payout", owner.humanId());

    HttpResponse<String> refused = as(left, "POST", "/api/v1/payouts/account", "");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("step_up_required", "/api/v1/me/step-up");
    assertThat(account().path("status").stringValue()).isEqualTo("NONE");
  }

  @Test
  void onboardingEndsActive() {
    assertThat(account().path("status").stringValue()).isEqualTo("NONE");
    HttpResponse<String> created = human("POST", "/api/v1/payouts/account", "");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(Stage.json(created).path("status").stringValue()).isEqualTo("ONBOARDING");
    assertThat(account().path("status").stringValue()).isEqualTo("ONBOARDING");
    Stage.form(Stage.json(created).path("onboardingUrl").stringValue(), "complete=true");
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(account().path("status").stringValue()).isEqualTo("ACTIVE"));
    assertThat(human("POST", "/api/v1/payouts/account", "").statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountThatLostItsCapabilityIsNotPaid() {
    onboard();
    fault("WEBHOOK_DROP", "*", "\"times\": 0,");
    fault("EVENT_SUPPRESS", "*", "\"times\": 0,");
    String account = Stage.latest("v2.core.account");
    Stage.simulator("POST", "/_sim/accounts/" + account + "/restrict", "{}");
    String id = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(id, "REJECTED");
    assertThat(read(id).path("rejection").path("code").stringValue())
        .isEqualTo("payout_account_not_ready");
    assertThat(account().path("status").stringValue()).isEqualTo("RESTRICTED");
  }

  @Test
  void aPayoutThatTheBankReturnsIsToldAndNotSentAgain() {
    onboard();
    String id = Stage.json(convert("100")).path("id").stringValue();
    await()
        .atMost(SOON)
        .until(() -> read(id).path("payout").path("status").stringValue().equals("PAID"));
    String payout = Stage.latest("payout");
    Stage.simulator("POST", "/_sim/payouts/" + payout + "/fail", "{\"code\": \"no_account\"}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(read(id).path("payout").toString())
                    .contains("FAILED", "no_account", "knows no such account", "nothing twice"));
    assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(Stage.transfersOf(id)).isEqualTo(1);
  }

  @Test
  void anotherAccountRestsAndWhatWasAskedForStillGoesToTheOldOne() {
    onboard();
    String old = Stage.latest("v2.core.account");
    human("PUT", "/api/v1/payouts/approval-rule", "{\"above\": \"100\"}");
    String before = Stage.json(convert("200")).path("id").stringValue();
    awaitStatus(before, "APPROVAL");

    assertThat(as(stale(), "POST", REPLACEMENT, "").body()).contains("step_up_required");
    HttpResponse<String> replaced = human("POST", REPLACEMENT, "");
    assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(201);
    assertThat(Stage.json(replaced).path("restsUntil").stringValue("")).endsWith("Z");
    assertThat(convert("100").body()).contains("payout_account_required", "ONBOARDING");
    // One that was never completed is gone on with.
    HttpResponse<String> again = human("POST", REPLACEMENT, "");
    Stage.form(Stage.json(again).path("onboardingUrl").stringValue(), "complete=true");
    await().atMost(SOON).until(() -> account().path("status").stringValue().equals("ACTIVE"));

    HttpResponse<String> resting = convert("100");
    assertThat(resting.statusCode()).isEqualTo(409);
    assertThat(resting.body()).contains("payout_destination_rests", "restsUntil");
    assertThat(decide(fresh(), before, "approve").statusCode()).isEqualTo(200);
    awaitStatus(before, "COMPLETED");
    assertThat(Stage.transferOf(before).path("destination").stringValue()).isEqualTo(old);
    awaitDestinationEvent("REPLACED");

    endRest();
    String after = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(after, "COMPLETED");
    assertThat(Stage.transferOf(after).path("destination").stringValue()).isNotEqualTo(old);
  }

  @Test
  void anotherBankAccountOnStripesPagesRestsToo() {
    onboard();
    String account = Stage.latest("v2.core.account");
    Stage.simulator(
        "POST", "/_sim/accounts/" + account + "/bank", "{\"number\": \"000123456789\"}");
    awaitDestinationEvent("BANK_ACCOUNT_CHANGED");
    assertThat(convert("100").body()).contains("payout_destination_rests");
    endRest();
    assertThat(convert("100").statusCode()).isEqualTo(202);
  }

  @Test
  void aClosedAccountIsToldAndCanBeReplaced() {
    onboard();
    String account = Stage.latest("v2.core.account");
    Stage.simulator("POST", "/_sim/accounts/" + account + "/close", "{}");
    await().atMost(SOON).until(() -> convert("100").body().contains("CLOSED"));
    assertThat(account().path("nextStep").stringValue()).contains(REPLACEMENT);
    assertThat(human("POST", REPLACEMENT, "").statusCode()).isEqualTo(201);
    assertThat(account().path("status").stringValue()).isEqualTo("ONBOARDING");
  }

  @Test
  void nobodyReplacesWhatIsNotThere() {
    assertThat(human("POST", REPLACEMENT, "").body()).contains("payout_account_required");
    assertThat(agent("POST", REPLACEMENT, "").statusCode()).isEqualTo(403);
  }

  private void endRest() {
    jdbc.sql("UPDATE payout_account SET rests_until = now() WHERE human_id = ?")
        .param(owner.humanId())
        .update();
  }

  private void awaitDestinationEvent(String reason) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("payout.destination-changed", owner.humanId()))
                    .singleElement()
                    .satisfies(
                        event -> {
                          Contracts.validate("payout.destination-changed", event.json());
                          assertThat(Stage.json(event.json()).path("reason").stringValue())
                              .isEqualTo(reason);
                        }));
  }
}
