package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Where an owner's dollars go, and what there is to say about it before any is sent. */
class DestinationIT extends RunningPayout {

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
    String account =
        Stage.simulator("GET", "/_sim/objects?type=v2.core.account", "")
            .path("data")
            .valueStream()
            .reduce((first, last) -> last)
            .orElseThrow()
            .path("object")
            .path("id")
            .stringValue();
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
    String payout =
        Stage.simulator("GET", "/_sim/objects?type=payout", "")
            .path("data")
            .valueStream()
            .reduce((first, last) -> last)
            .orElseThrow()
            .path("object")
            .path("id")
            .stringValue();
    Stage.simulator("POST", "/_sim/payouts/" + payout + "/fail", "{\"code\": \"no_account\"}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(read(id).path("payout").toString())
                    .isEqualTo("{\"status\":\"FAILED\",\"failure\":\"no_account\"}"));
    assertThat(read(id).path("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(Stage.transfersOf(id)).isEqualTo(1);
  }
}
