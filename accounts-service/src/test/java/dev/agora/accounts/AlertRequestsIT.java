package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting rules and a webhook, rightly and wrongly. */
@SuppressWarnings("NullAway.Init") // set before each test
class AlertRequestsIT extends RunningAccounts {

  private static final String ALERTS = "/api/v1/alerts";
  private static final String RULES = ALERTS + "/rules";
  private static final String WEBHOOK = ALERTS + "/webhook";

  private String owner;
  private String agent;

  @BeforeEach
  void anOwner() {
    owner = newHuman();
    agent = newAgent(owner);
  }

  private static String url() {
    return "https://example.org/alerts?key=a%20b";
  }

  private Answer as(String human, String method, String path, String body) {
    return api.human(human, method, path, body);
  }

  private Answer addRule(String kind, String threshold, boolean mail, boolean webhook) {
    return as(
        owner,
        "POST",
        RULES,
        "{\"agent\":\"%s\",\"kind\":\"%s\",\"threshold\":\"%s\",\"mail\":%s,\"webhook\":%s}"
            .formatted(agent, kind, threshold, mail, webhook));
  }

  @Test
  void theSameRuleSetAgainIsTheRuleThereWas() {
    String rule = addRule("LOW_BALANCE", "100", true, false).text("/id");

    Answer again = addRule("LOW_BALANCE", "100.0", false, true);

    assertThat(again.text("/id")).isEqualTo(rule);
    assertThat(again.body().at("/mail").asBoolean()).isFalse();
    assertThat(as(owner, "GET", RULES + "?agent=" + agent, "").body().at("/items")).hasSize(1);
    String other = addRule("LOW_BALANCE", "50", true, false).text("/id");
    Answer changed = as(owner, "PUT", RULES + "/" + other, "{\"threshold\":\"60\"}");
    assertThat(changed.text("/threshold")).isEqualTo("60");
    Answer same = as(owner, "PUT", RULES + "/" + other, "{\"threshold\":\"100\"}");
    assertThat(same.text("/code")).isEqualTo("alert_rule_exists");
    assertThat(as(owner, "DELETE", RULES + "/" + other, "").status()).isEqualTo(204);
    assertThat(as(owner, "DELETE", RULES + "/" + other, "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":"-1"}      | /threshold
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":"NaN"}     | /threshold
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":0}         | /threshold
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":1e308}     | /threshold
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE"}                       | /threshold
          POST | rules   | {"agent":"AGENT","kind":"HIGH","threshold":"1"}              | /kind
          POST | rules   | {"agent":"AGENT","threshold":"1"}                            | /kind
          POST | rules   | {"kind":"LOW_BALANCE","threshold":"1"}                       | /agent
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":"1","x":1} | /x
          POST | rules   | {"agent":"AGENT","kind":"LOW_BALANCE","threshold":"1","mail":"maybe"} | /mail
          PUT  | webhook | {"url":"ftp://example.org"}                                  | /url
          PUT  | webhook | {"url":"https://u:p@example.org"}                            | /url
          PUT  | webhook | {"url":1}                                                    | /url
          PUT  | webhook | {}                                                           | /url
          """)
  void aWrongFieldIsNamed(String method, String path, String body, String pointer) {
    Answer answer = as(owner, method, ALERTS + "/" + path, body.replace("AGENT", agent));

    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
    assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
  }

  @Test
  void aSecretIsShownOnceAndAnotherOneWithEachSetting() {
    String first = as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url())).text("/secret");
    Answer shown = as(owner, "GET", WEBHOOK, "");
    String second = as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url())).text("/secret");

    assertThat(first).startsWith("agora_webhook_").hasSizeGreaterThan(50).isNotEqualTo(second);
    assertThat(shown.text("/url")).isEqualTo(url());
    assertThat(shown.body().has("secret")).isFalse();
    assertThat(as(owner, "DELETE", WEBHOOK, "").status()).isEqualTo(204);
    assertThat(as(owner, "GET", WEBHOOK, "").status()).isEqualTo(404);
    assertThat(as(owner, "DELETE", WEBHOOK, "").status()).isEqualTo(404);
    assertThat(
            jdbc.sql("SELECT count(*) FROM webhook w WHERE w::text LIKE '%' || :secret || '%'")
                .param("secret", second)
                .query(Long.class)
                .single())
        .isZero();
  }
}
