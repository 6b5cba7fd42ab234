package dev.agora.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What owners were paid, by year. */
class StatementIT extends RunningPayout {

  private static final String PATH = "/api/v1/payouts/statement";

  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @Test
  void aYearAddsUpAndHasALineForEachConversion() {
    onboard();
    String first = Stage.json(convert("500")).path("id").stringValue();
    // Lines come in the order in which conversions end.
    awaitStatus(first, "COMPLETED");
    String second = Stage.json(convert("100.1")).path("id").stringValue();
    String lastYears = Stage.json(convert("200")).path("id").stringValue();
    List.of(second, lastYears).forEach(id -> awaitStatus(id, "COMPLETED"));
    jdbc.sql(
            """
            UPDATE conversion SET completed_at = date_trunc('year', now(), 'UTC') - interval '1 ms'
            WHERE conversion_id = ?
            """)
        .param(lastYears)
        .update();

    JsonNode year = Stage.json(human("GET", PATH, ""));
    assertThat(year.path("conversions").asInt()).isEqualTo(2);
    assertThat(year.path("credits").stringValue()).isEqualTo("600.1");
    assertThat(year.path("grossUsd").stringValue()).isEqualTo("60.01");
    assertThat(year.path("feeUsd").stringValue()).isEqualTo("9.01");
    assertThat(year.path("netUsd").stringValue()).isEqualTo("51.00");
    int before = year.path("year").asInt() - 1;
    assertThat(human("GET", PATH + "?year=" + before, "").body())
        .contains("\"conversions\":1", "\"netUsd\":\"17.00\"");
    assertThat(human("GET", PATH + "?year=1999", "").statusCode()).isEqualTo(422);
    assertThat(human("GET", PATH + "?year=NaN", "").statusCode()).isBetween(400, 422);

    String[] lines = csv().split("\r\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).startsWith("conversion,agent,completedAt,credits,");
    assertThat(lines[1]).contains(first, "500,50.00,7.50,42.50,0.00", "tr_");
    assertThat(lines[2]).contains(second, "100.1,10.01,1.51,8.50,0.00");
  }

  @Test
  void operatorsSeeTheTotalsOfAll() {
    onboard();
    String id = Stage.json(convert("100")).path("id").stringValue();
    awaitStatus(id, "COMPLETED");
    String operatorId = Stage.Owner.fresh().humanId();
    String path = "/api/v1/payouts/yearly-totals?limit=100";
    await()
        .atMost(SOON)
        .until(
            () ->
                as(Stage.GATEWAY.operatorToken("payout", operatorId), "GET", path, "")
                    .body()
                    .contains(owner.humanId()));
    assertThat(human("GET", path, "").statusCode()).isEqualTo(403);
  }

  private String csv() {
    HttpResponse<String> answer =
        Stage.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
                .header("Authorization", "Bearer " + fresh())
                .header("Accept", "text/csv")
                .build());
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    return answer.body();
  }
}
