package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * With seasoning, which other tests do without: an agent reads how much of its earnings converts,
 * and what else does when.
 */
@TestPropertySource(properties = "agora.economy.seasoning=7d")
@DirtiesContext
class SeasoningIT extends RunningLedger {

  private static final String PATH = "/api/v1/credits/seasoning";

  @Test
  void whatWasEarnedConvertsWhenItsHourHasSeasoned() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();
    pay(payer, payee, "20");
    pay(payer, payee, "40");
    Instant now = Instant.now();

    JsonNode seasoning = json(get(PATH, payee));

    assertThat(seasoning.path("agent").asString()).isEqualTo(payee.value());
    assertThat(seasoning.path("seasoning").asString()).isEqualTo("57");
    assertThat(seasoning.path("convertible").asString()).isEqualTo("0");
    assertThat(seasoning.path("items").valueStream().map(it -> it.path("convertibleAt").asString()))
        .isNotEmpty()
        .allSatisfy(
            at ->
                assertThat(Instant.parse(at))
                    .isBetween(
                        now.plus(Duration.ofDays(7)).minusSeconds(60),
                        now.plus(Duration.ofDays(7).plusHours(1))));
    JsonNode balance = json(get("/api/v1/credits/balance", payee));
    assertThat(balance.path("seasoning")).isEqualTo(seasoning.path("seasoning"));
    assertThat(balance.path("convertible")).isEqualTo(seasoning.path("convertible"));
  }

  @Test
  void boughtCreditsNeverDo() {
    JsonNode seasoning = json(get(PATH, agentWith("100")));

    assertThat(seasoning.path("items")).isEmpty();
    assertThat(seasoning.path("seasoning").asString()).isEqualTo("0");
    assertThat(seasoning.path("convertible").asString()).isEqualTo("0");
  }

  @Test
  void aServiceReadsItInTheAgentsNameAndDoesNothingElse() {
    AgentId payee = agent();
    AgentId payer = agentWith("100");
    pay(payer, payee, "20");

    assertThat(json(delegated(payee, "GET", PATH, "")).path("seasoning").asString())
        .isEqualTo("19");

    HttpResponse<String> balance = delegated(payer, "GET", "/api/v1/credits/balance", "");
    assertThat(balance.statusCode()).isEqualTo(403);
    assertThat(code(balance)).isEqualTo("not_allowed");
    HttpResponse<String> payment =
        delegated(
            payer,
            "POST",
            "/api/v1/credits/transfer",
            "{\"to\": \"%s\", \"amount\": \"1\"}".formatted(payee));
    assertThat(payment.statusCode()).isEqualTo(403);
    assertThat(available(payer)).isEqualTo("80");
  }

  @Test
  void nobodyReadsAnothers() {
    HttpResponse<String> answer = get(PATH + "?agent=" + agent(), agent());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("agent_not_found");
  }
}
