package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.agora.payout.Stage.Owner;
import dev.agora.support.Contracts;
import dev.agora.support.ScriptedParticipant.Answer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Conversions from the request to the bank, and what is refused on the way. */
class ConversionIT extends RunningPayout {

  @Autowired private JdbcClient jdbc;

  @Test
  void earnedCreditsBecomeDollarsAtTheBank() {
    onboard();
    HttpResponse<String> answer = convert("500");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode conversion = Stage.json(answer);
    assertThat(conversion.path("grossUsd").stringValue()).isEqualTo("50.00");
    assertThat(conversion.path("feeUsd").stringValue()).isEqualTo("7.50");
    assertThat(conversion.path("feeBps").intValue()).isEqualTo(1500);
    assertThat(conversion.path("netUsd").stringValue()).isEqualTo("42.50");
    String id = conversion.path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    assertThat(Stage.transfersOf(id)).isEqualTo(1);
    assertThat(ledger.received("ledger.capture-conversion", owner.agentId())).hasSize(1);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(read(id).path("payout").path("status").stringValue()).isEqualTo("PAID"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(events.received("payout.conversion-changed", id))
                    .extracting(event -> Stage.json(event.json()).path("status").stringValue())
                    .startsWith("REQUESTED", "RESERVED", "SENDING", "COMPLETED"));
    events
        .received("payout.conversion-changed", id)
        .forEach(event -> Contracts.validate("payout.conversion-changed", event.json()));
    assertThat(agent("GET", "/api/v1/billing/conversions/" + id + "/history", "").body())
        .contains("REQUESTED", "RESERVED", "SENDING", "COMPLETED", "PAID");
    assertThat(items(agent("GET", "/api/v1/billing/conversions", ""))).isEqualTo(1);
    assertThat(items(human("GET", "/api/v1/billing/conversions", ""))).isEqualTo(1);
  }

  @Test
  void checksInTheOrderOfTheEconomy() {
    assertThat(convert("100.05").body()).contains("credits_not_in_tenths", "/credits");
    assertThat(convert("99.9").body()).contains("conversion_too_small", "/credits");
    HttpResponse<String> noAgent =
        human("POST", "/api/v1/billing/convert-to-usd", "{\"credits\": \"100\"}");
    assertThat(noAgent.body()).contains("agent_required", "/agent");
    HttpResponse<String> foreign =
        human(
            "POST",
            "/api/v1/billing/convert-to-usd",
            "{\"credits\": \"100\", \"agent\": \"" + Owner.fresh().agentId() + "\"}");
    assertThat(foreign.statusCode()).isEqualTo(404);
    HttpResponse<String> noAccount = convert("100");
    assertThat(noAccount.statusCode()).isEqualTo(409);
    assertThat(noAccount.body())
        .contains("payout_account_required", "/api/v1/payouts/account", "\"NONE\"");
  }

  @Test
  void aLargeOneTakesTheOwnerWhoShowedAPasswordAMomentAgo() {
    onboard();
    String key = UUID.randomUUID().toString();
    String left = Stage.GATEWAY.staleHumanToken("payout", owner.humanId());

    HttpResponse<String> byKey = convert("5000");
    HttpResponse<String> leftOpen = convert(left, "5000", key);

    assertThat(byKey.statusCode()).isEqualTo(403);
    assertThat(byKey.body()).contains("step_up_required");
    assertThat(leftOpen.statusCode()).isEqualTo(403);
    assertThat(convert(left, "100", UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
    assertThat(convertAsOwner("5000", key).statusCode()).isEqualTo(202);
  }

  @Test
  void anUnclaimedAgentHasNobodyToPay() {
    Owner nobody = Owner.fresh();
    Stage.introduceAgent(ledger, nobody.agentId(), "null");
    HttpResponse<String> answer =
        as(
            Stage.GATEWAY.agentToken("payout", nobody.agentId()),
            "POST",
            "/api/v1/billing/convert-to-usd",
            "{\"credits\": \"100\"}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("agent_unclaimed");
  }

  @Test
  void whatIsNotConvertibleIsRefusedWithTheFigureAndForgotten() {
    onboard();
    ledger.answering(
        "ledger.place-hold",
        command ->
            Optional.of(
                Answer.refusal(
                    "not_convertible",
                    "{\"available\": \"80\", \"missing\": null, \"convertible\": \"19\"}")));
    String key = UUID.randomUUID().toString();
    HttpResponse<String> refused = convertAsOwner("100", key);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("\"not_convertible\"", "\"convertible\":\"19\"");
    ledger.answering(
        "ledger.place-hold",
        command -> Optional.of(Answer.success(Contracts.example("ledger.place-hold.reply"))));
    // The refused one gave its share of the cap back, so the whole of it fits; and the key is free.
    HttpResponse<String> retried = convertAsOwner("10000", key);
    assertThat(retried.statusCode()).as(retried.body()).isEqualTo(202);
  }

  @Test
  void theSameKeyHasOneConversion() {
    onboard();
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = convert("100", key);
    HttpResponse<String> again = convert("100", key);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(convert("200", key).body()).contains("idempotency_key_reused");
    assertThat(items(agent("GET", "/api/v1/billing/conversions", ""))).isEqualTo(1);
  }

  @Test
  void aHundredParallelRequestsNeverPassTheCap() throws Exception {
    onboard();
    List<HttpResponse<String>> answers = InParallel.run(100, i -> convertPatiently("1000"));
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 202).hasSize(10);
    assertThat(answers).filteredOn(answer -> answer.statusCode() == 422).hasSize(90);
    assertThat(convert("100").body())
        .contains("conversion_cap_exceeded", "\"left\":\"0\"", "resetsAt", "_agent");
  }

  /** As a client does that is told that everything is full at the moment. */
  private HttpResponse<String> convertPatiently(String credits) {
    String key = UUID.randomUUID().toString();
    return await()
        .atMost(SOON.multipliedBy(2))
        .until(() -> convert(credits, key), answer -> answer.statusCode() != 503);
  }

  @Test
  void aQuoteHoldsItsTerms() {
    onboard();
    JsonNode quote =
        Stage.json(agent("POST", "/api/v1/billing/convert-to-usd/quote", "{\"credits\": 123.4}"));
    assertThat(quote.path("grossUsd").stringValue()).isEqualTo("12.34");
    assertThat(quote.path("feeUsd").stringValue()).isEqualTo("1.86");
    assertThat(quote.path("netUsd").stringValue()).isEqualTo("10.48");
    String id = quote.path("id").stringValue();
    String wanted = "{\"credits\": \"%s\", \"quote\": \"" + id + "\"}";
    String path = "/api/v1/billing/convert-to-usd";
    assertThat(agent("POST", path, wanted.formatted("123.5")).body()).contains("quote_not_valid");
    assertThat(agent("POST", path, wanted.formatted("123.4")).statusCode()).isEqualTo(202);
  }

  @Test
  void aQuoteOutlivesAChangeOfTheFeeButNotItsTime() {
    onboard();
    String terms = quoted("100");
    // As if it had been made before the fee went up.
    jdbc.sql("UPDATE conversion_quote SET fee_bps = 1000 WHERE quote_id = ?").param(terms).update();
    JsonNode conversion = Stage.json(convertAs(terms));
    assertThat(conversion.path("feeBps").intValue()).isEqualTo(1000);
    assertThat(conversion.path("netUsd").stringValue()).isEqualTo("9.00");
    awaitStatus(conversion.path("id").stringValue(), "COMPLETED");

    String old = quoted("100");
    jdbc.sql("UPDATE conversion_quote SET expires_at = now() WHERE quote_id = ?")
        .param(old)
        .update();
    HttpResponse<String> tooLate = convertAs(old);
    assertThat(tooLate.statusCode()).isEqualTo(422);
    assertThat(tooLate.body()).contains("quote_not_valid", "/quote");
  }

  private String quoted(String credits) {
    return Stage.json(
            agent(
                "POST",
                "/api/v1/billing/convert-to-usd/quote",
                "{\"credits\": \"" + credits + "\"}"))
        .path("id")
        .stringValue();
  }

  private HttpResponse<String> convertAs(String quote) {
    return agent(
        "POST",
        "/api/v1/billing/convert-to-usd",
        "{\"credits\": \"100\", \"quote\": \"" + quote + "\"}");
  }
}
