package dev.agora.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.account.OwnerId;
import dev.agora.ledger.posting.AgentStatus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An amount that is no plain decimal in range is refused by every route that takes one. */
class AmountsIT extends RunningLedger {

  private static final int BODY_MAX = 256 * 1024;
  private static final int BATCH_BODY_MAX = 2 * 1024 * 1024;

  /** As they stand in the body; each is a 422 that names the field. */
  private static final List<String> WRONG =
      List.of(
          "\"NaN\"",
          "\"Infinity\"",
          "\"1e400\"",
          "1e400",
          "\"1e2\"",
          "\"-0\"",
          "-0",
          "\"0\"",
          "0",
          "\"0.000000\"",
          "-1",
          "\"-1\"",
          "\"+1\"",
          "\"\u0663\"",
          "\"1,5\"",
          "\"1 000\"",
          "\" 1\"",
          "\"\"",
          "\"0x10\"",
          "\"1.0000001\"",
          "1.0000001",
          "\"1000000000001\"",
          "1000000000001",
          "9223372036854775808",
          "\"" + "9".repeat(900) + "\"",
          "9".repeat(900),
          "\"" + "9".repeat(100_000) + "\"",
          "true",
          "[]",
          "[\"1\"]",
          "{}");

  /** The field's pointer, and a body with {@code %s} where the amount stands. */
  enum Route {
    TRANSFER("/amount", "{\"to\":\"AGENT\",\"amount\":%s}", false),
    TRANSFERS("/transfers/0/amount", "{\"transfers\":[{\"to\":\"AGENT\",\"amount\":%s}]}", false),
    QUOTE("/amount", "{\"to\":\"AGENT\",\"amount\":%s}", false),
    SPEND("/amount", "{\"feature\":\"search.deep\",\"amount\":%s}", false),
    HOLD("/amount", "{\"to\":\"AGENT\",\"amount\":%s,\"expiresIn\":\"PT1H\"}", false),
    CAPTURE("/amount", "{\"amount\":%s}", true),
    REWARD(
        "/amount",
        "{\"agent\":\"AGENT\",\"amount\":%s,\"quality\":\"1\",\"reason\":\"r\",\"reference\":\"r\"}",
        false),
    REWARDS_FUNDING("/amount", "{\"amount\":%s,\"reason\":\"r\"}", false),
    FEE_CLOSING("/amount", "{\"amount\":%s,\"reason\":\"r\"}", false),
    ADJUSTMENT(
        "/amount",
        "{\"agent\":\"AGENT\",\"direction\":\"CREDIT\",\"amount\":%s,\"reason\":\"r\"}",
        false),
    LIMIT_PER_PAYMENT("/perPayment", "{\"perPayment\":%s}", true),
    LIMIT_DAILY("/daily", "{\"daily\":%s}", true),
    LIMIT_MONTHLY("/monthly", "{\"monthly\":%s}", true);

    private final String pointer;
    private final String body;
    private final boolean optional;

    Route(String pointer, String body, boolean optional) {
      this.pointer = pointer;
      this.body = body;
      this.optional = optional;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoPlainDecimalInRangeIsRefusedAndNamed(Route route) {
    OwnerId owner = freshOwner();
    AgentId payer = agent(freshAgentId(), owner, AgentStatus.ACTIVE);
    buy(payer, "100");
    AgentId payee = agent();
    String hold =
        json(post(
                payer,
                "/api/v1/credits/holds",
                "place",
                "{\"to\":\"%s\",\"amount\":\"10\",\"expiresIn\":\"PT1H\"}".formatted(payee)))
            .path("id")
            .asString();

    values(route)
        .forEach(
            value -> {
              HttpResponse<String> answer = send(route, owner, payer, payee, hold, value);
              String told = route + " " + value.substring(0, Math.min(40, value.length()));
              assertThat(answer.statusCode()).as(told + " " + answer.body()).isEqualTo(422);
              assertThat(json(answer).at("/errors/0/pointer").asString())
                  .as(told)
                  .isEqualTo(route.pointer);
            });
    assertThat(available(payer)).isEqualTo("90");
    assertThat(available(payee)).isEqualTo("0");
  }

  /** Ten to the fifteen digits do not fit into any body; what does not is not read to its end. */
  @Test
  void moreDigitsThanABodyHoldsAreTooLarge() {
    AgentId payer = agentWith("100");
    AgentId payee = agent();

    HttpResponse<String> one = pay(payer, "one", body(payee, "9".repeat(BODY_MAX)));
    HttpResponse<String> many =
        payMany(payer, "many", "{\"transfers\":[" + body(payee, "9".repeat(BATCH_BODY_MAX)) + "]}");

    assertThat(one.statusCode()).as(one.body()).isEqualTo(413);
    assertThat(many.statusCode()).as(many.body()).isEqualTo(413);
    assertThat(available(payer)).isEqualTo("100");
  }

  /** Not JSON at all: there is no field that could be named. */
  @Test
  void aBareNaNIsMalformed() {
    AgentId payer = agentWith("100");
    String to = agent().value();

    for (String bare : List.of("NaN", "Infinity", "01", "+1", ".5", "1.")) {
      String body = "{\"to\":\"%s\",\"amount\":%s}".formatted(to, bare);
      assertThat(pay(payer, "bare " + bare.length() + bare, body).statusCode())
          .as(bare)
          .isEqualTo(400);
    }
    assertThat(available(payer)).isEqualTo("100");
  }

  /** An absent amount means something where it is optional. */
  private static Stream<String> values(Route route) {
    return route.optional ? WRONG.stream() : Stream.concat(WRONG.stream(), Stream.of("null"));
  }

  private HttpResponse<String> send(
      Route route, OwnerId owner, AgentId payer, AgentId payee, String hold, String value) {
    String body = route.body.replace("AGENT", payee.value()).replace("%s", value);
    String operator = freshId("hum_");
    String key = freshId("key-");
    return switch (route) {
      case TRANSFER -> pay(payer, key, body);
      case TRANSFERS -> payMany(payer, key, body);
      case QUOTE -> quote(payer, body);
      case SPEND -> post(payer, "/api/v1/credits/spend", key, body);
      case HOLD -> post(payer, "/api/v1/credits/holds", key, body);
      case CAPTURE -> post(payee, "/api/v1/credits/holds/" + hold + "/capture", key, body);
      case REWARD -> operate(operator, "/api/v1/credits/rewards", body);
      case REWARDS_FUNDING -> operate(operator, "/api/v1/ledger/rewards-funding", body);
      case FEE_CLOSING -> operate(operator, "/api/v1/ledger/fee-closing", body);
      case ADJUSTMENT -> operate(operator, "/api/v1/ledger/adjustments", body);
      case LIMIT_PER_PAYMENT, LIMIT_DAILY, LIMIT_MONTHLY ->
          send(owner, "PUT", "/api/v1/agents/" + payer + "/limits", body);
    };
  }
}
