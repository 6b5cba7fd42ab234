package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.http.caller.Delegation;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a quote shows of the ledger, and that it comes without when the ledger does not answer. */
class QuoteIT extends RunningPayout {

  private static final String PATH = "/api/v1/billing/convert-to-usd/quote";
  private static final String WISH = "{\"credits\": \"100\"}";

  private static final String FIGURES =
      """
      {"agent": "agt_1", "convertible": "40.5", "seasoning": "99.9", "asOf": "2026-11-30T20:15:00Z",
       "items": [{"credits": "59.4", "convertibleAt": "2026-12-01T10:00:00Z"},
                 {"credits": "40.5", "convertibleAt": "2026-12-02T11:00:00Z", "new": true}],
       "ofALaterRelease": {}}
      """;

  @BeforeEach
  void theLedgerAnswers() {
    Stage.LEDGER.answers(200, FIGURES);
  }

  @Test
  void itHoldsWhatConvertsNowAndWhatLater() {
    JsonNode quote = Stage.json(quote("of the gateway"));

    JsonNode earnings = quote.path("earnings");
    assertThat(earnings.path("convertible").stringValue()).isEqualTo("40.5");
    assertThat(earnings.path("seasoning").stringValue()).isEqualTo("99.9");
    assertThat(earnings.path("asOf").stringValue()).isEqualTo("2026-11-30T20:15:00Z");
    assertThat(earnings.path("items").valueStream().map(JsonNode::toString))
        .containsExactly(
            "{\"credits\":\"59.4\",\"convertibleAt\":\"2026-12-01T10:00:00Z\"}",
            "{\"credits\":\"40.5\",\"convertibleAt\":\"2026-12-02T11:00:00Z\"}");
    assertThat(Stage.LEDGER.last())
        .isEqualTo(
            new StubLedger.Asked(
                "/api/v1/credits/seasoning?agent=" + owner.agentId(), "Bearer of the gateway"));
  }

  @Test
  void withoutTheCallersLeaveNobodyIsAsked() {
    JsonNode quote = Stage.json(agent("POST", PATH, WISH));

    assertThat(quote.path("id").stringValue()).startsWith("qte_");
    assertThat(quote.has("earnings")).isTrue();
    assertThat(quote.path("earnings").isNull()).isTrue();
    assertThat(Stage.LEDGER.last()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | {"code": "scope_missing"}
          404 | {"code": "agent_not_found"}
          500 |
          503 | {"code": "temporarily_unavailable"}
          200 | this is no JSON
          200 | {}
          200 | {"convertible": "many", "seasoning": "0", "items": [], "asOf": "2026-11-30T20:15:00Z"}
          200 | {"convertible": "1", "seasoning": "0", "items": null, "asOf": "2026-11-30T20:15:00Z"}
          """)
  void itGoesWithoutWhatTheLedgerDoesNotSay(int status, String body) {
    Stage.LEDGER.answers(status, body == null ? "" : body);

    assertQuotedWithout(quote("of the gateway"));
  }

  @Test
  void itWaitsForNoLedgerThatHangs() {
    Stage.LEDGER.hangs();
    long start = System.nanoTime();

    HttpResponse<String> quote = quote("of the gateway");

    assertQuotedWithout(quote);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static void assertQuotedWithout(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode quote = Stage.json(answer);
    assertThat(quote.path("netUsd").stringValue()).isEqualTo("8.50");
    assertThat(quote.path("earnings").isNull()).isTrue();
    assertThat(quote.path("seasoning").stringValue()).startsWith("/api/v1/credits/seasoning?");
  }

  private HttpResponse<String> quote(String delegation) {
    return as(
        Stage.GATEWAY.agentToken("payout", owner.agentId()),
        "POST",
        PATH,
        WISH,
        Map.of(Delegation.HEADER, delegation, "Idempotency-Key", UUID.randomUUID().toString()));
  }
}
