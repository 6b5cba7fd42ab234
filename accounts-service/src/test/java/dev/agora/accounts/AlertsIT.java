package dev.agora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.agora.accounts.ApiClient.Answer;
import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.alert.AgentFigures;
import dev.agora.accounts.alert.FollowFigures;
import dev.agora.money.Credits;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an owner wants to be told, and is told once, by mail and webhook. */
@SuppressWarnings("NullAway.Init") // injected, and set before each test
class AlertsIT extends RunningAccounts {

  private static final String RULES = "/api/v1/alerts/rules";
  private static final String ALERTS = "/api/v1/alerts";
  private static final String WEBHOOK = "/api/v1/alerts/webhook";

  /** What a program was sent. */
  private record Heard(String id, String signature, String body) {}

  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

  @Autowired private FollowFigures followFigures;
  @Autowired private MeterRegistry meters;
  private HttpServer program;
  private int status = 200;
  private String email;
  private String owner;
  private String agent;

  @BeforeEach
  void anOwnerWithAProgram() throws IOException {
    email = newEmail();
    owner = signUp(email).text("/id");
    agent = newAgent(owner);
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          heard.add(
              new Heard(
                  exchange.getRequestHeaders().getFirst("Agora-Alert"),
                  exchange.getRequestHeaders().getFirst("Agora-Signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    program.start();
  }

  @AfterEach
  void stopTheProgram() {
    program.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + program.getAddress().getPort() + "/alerts";
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

  private void hears(String available, String spentToday, long version) {
    followFigures.follow(
        List.of(
            new AgentFigures(
                new AgentId(agent),
                Credits.parse(available),
                Credits.parse(spentToday),
                Credits.parse(spentToday),
                version,
                Instant.parse("2026-11-22T09:30:00Z"))));
  }

  private List<String> figuresTold() {
    return as(owner, "GET", ALERTS, "")
        .body()
        .at("/items")
        .valueStream()
        .map(alert -> alert.at("/figure").asString())
        .toList();
  }

  @Test
  void anAlertFiresOnceAndNotOnEveryTransactionWhileBelowItsThreshold() {
    assertThat(addRule("LOW_BALANCE", "100", true, false).status()).isEqualTo(201);

    IntStream.rangeClosed(1, 40).forEach(i -> hears(String.valueOf(120 - i), "0", i));

    assertThat(figuresTold()).containsExactly("99");
    assertThat(mailTo(email, "few credits left"))
        .contains("It may spend 99 credits now, which is less than 100.");
    await().until(() -> waitingMails(email) == 0);
    assertThat(mails().filter(mail -> mail.contains("To: " + email + "\n"))).hasSize(1);
    assertThat(as(owner, "GET", RULES, "").body().at("/items/0/silent").asBoolean()).isTrue();
    Answer told = as(owner, "GET", ALERTS, "");
    assertThat(told.text("/items/0/deliveries/0/channel")).isEqualTo("MAIL");
    assertThat(told.text("/items/0/deliveries/0/status")).isEqualTo("DELIVERED");

    hears("110", "0", 50);
    hears("10", "0", 51);
    assertThat(figuresTold()).containsExactly("10", "99");
  }

  @Test
  void whatTheLedgerTellsArrivesAndMayComeTwice() {
    addRule("SPENT_TODAY", "50", false, false);
    String news =
        """
        {"transactions":[{"id":"txn_1","kind":"TRANSFER","at":"2026-11-22T09:30:00Z","reference":null,
        "movements":[{"agentId":"%s","availableChange":"-60","heldChange":"0","availableAfter":"40",
        "spentToday":"60","spentThisMonth":"60","version":5}]}]}
        """
            .formatted(agent);

    LedgerNews.tell("ledger.transactions-posted", agent, news);
    LedgerNews.tell("ledger.transactions-posted", agent, news);

    await().untilAsserted(() -> assertThat(figuresTold()).containsExactly("60"));
    LedgerNews.tell("ledger.transactions-posted", agent, news.replace("\"60\"", "\"70\""));
    hears("30", "80", 6);
    assertThat(figuresTold()).containsExactly("60");
  }

  @Test
  void manyAtOnceTellOnce() {
    addRule("SPENT_TODAY", "50", false, false);

    IntStream.rangeClosed(1, 30).parallel().forEach(i -> hears("0", String.valueOf(50 + i), i));

    assertThat(figuresTold()).hasSize(1);
  }

  @Test
  void aProgramIsToldWithASignatureItCanCheck() throws GeneralSecurityException {
    Answer set = as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url()));
    assertThat(set.status()).as("%s", set.body()).isEqualTo(200);
    addRule("LOW_BALANCE", "100", false, true);

    hears("5", "0", 1);

    await().until(() -> !heard.isEmpty());
    Heard call = heard.peek();
    assertThat(call.body())
        .contains("\"id\":\"" + call.id() + "\"", "\"kind\":\"LOW_BALANCE\"")
        .contains("\"agent\":\"" + agent + "\"", "\"figure\":\"5\"", "\"threshold\":\"100\"");
    String time = call.signature().replaceAll("t=([0-9]+),.*", "$1");
    assertThat(Long.parseLong(time)).isCloseTo(Instant.now().getEpochSecond(), within(60));
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] secret = set.text("/secret").getBytes(StandardCharsets.UTF_8);
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    byte[] signed = (time + "." + call.body()).getBytes(StandardCharsets.UTF_8);
    assertThat(call.signature()).endsWith(",v1=" + HexFormat.of().formatHex(mac.doFinal(signed)));
    awaitDelivery("DELIVERED", "answered 200");
    assertThat(heard).hasSize(1);
  }

  @Test
  void aProgramThatRefusesIsCalledAgainAndGivenUp() {
    status = 500;
    as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url()));
    addRule("LOW_BALANCE", "100", false, true);

    hears("5", "0", 1);

    awaitDelivery("GIVEN_UP", "answered 500");
    assertThat(heard).hasSize(3);
    assertThat(heard.stream().map(Heard::id).distinct()).hasSize(1);
    assertThat(as(owner, "GET", WEBHOOK, "").text("/failing/lastFailure"))
        .isEqualTo("answered 500");
    as(owner, "PUT", WEBHOOK, "{\"url\":\"%s/new\"}".formatted(url()));
    assertThat(as(owner, "GET", WEBHOOK, "").body().has("failing")).isFalse();
  }

  @Test
  void anOwnerReadsSinceWhenTheirProgramFailsUntilItTakesACallAgain() {
    status = 503;
    as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url()));
    assertThat(as(owner, "GET", WEBHOOK, "").body().has("failing")).isFalse();
    addRule("LOW_BALANCE", "100", false, true);
    hears("5", "0", 1);
    awaitDelivery("GIVEN_UP", "answered 503");

    Answer failing = as(owner, "GET", WEBHOOK, "");
    assertThat(failing.text("/failing/lastFailure")).isEqualTo("answered 503");
    assertThat(Instant.parse(failing.text("/failing/since")))
        .isBefore(Instant.parse(failing.text("/failing/lastAt")));
    await()
        .until(() -> meters.get("agora.accounts.webhooks.failing").gauge().value(), is -> is > 0);

    status = 200;
    hears("200", "0", 2);
    hears("5", "0", 3);
    awaitDelivery("DELIVERED", "answered 200");
    assertThat(as(owner, "GET", WEBHOOK, "").body().has("failing")).isFalse();
  }

  @Test
  void withoutAWebhookTheHistorySaysSo() {
    addRule("LOW_BALANCE", "100", false, true);

    hears("5", "0", 1);

    awaitDelivery("GIVEN_UP", "no webhook is set");
  }

  @Test
  void anOwnerTriesItOutAFewTimesAMinute() {
    as(owner, "PUT", WEBHOOK, "{\"url\":\"%s\"}".formatted(url()));
    String rule = addRule("LOW_BALANCE", "100", true, true).text("/id");

    Answer tried = as(owner, "POST", RULES + "/" + rule + "/test", "");

    assertThat(tried.status()).as("%s", tried.body()).isEqualTo(202);
    assertThat(tried.body().at("/test").asBoolean()).isTrue();
    await().until(() -> !heard.isEmpty());
    assertThat(heard.peek().body()).contains("\"test\":true");
    assertThat(mailTo(email, "Test: An agent of yours")).contains("nothing was crossed");
    assertThat(as(owner, "GET", RULES, "").body().at("/items/0/silent").asBoolean()).isFalse();
    Answer last = tried;
    for (int i = 0; i < 5; i++) {
      last = as(owner, "POST", RULES + "/" + rule + "/test", "");
    }
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.text("/code")).isEqualTo("too_many_test_alerts");
  }

  @Test
  void whoIsNotTheOwnerSeesAndSetsNothingAndHearsNothing() {
    String rule = addRule("LOW_BALANCE", "100", true, true).text("/id");
    String stranger = newHuman();
    String change = "{\"threshold\":\"1\"}";

    assertThat(as(stranger, "GET", RULES, "").body().at("/items")).isEmpty();
    assertThat(as(stranger, "PUT", RULES + "/" + rule, change).status()).isEqualTo(404);
    assertThat(as(stranger, "DELETE", RULES + "/" + rule, "").status()).isEqualTo(404);
    assertThat(as(stranger, "POST", RULES + "/" + rule + "/test", "").status()).isEqualTo(404);
    String theirs =
        "{\"agent\":\"%s\",\"kind\":\"LOW_BALANCE\",\"threshold\":\"1\"}".formatted(agent);
    assertThat(as(stranger, "POST", RULES, theirs).status()).isEqualTo(404);

    jdbc.sql("UPDATE agent_human SET human_id = :to WHERE agent_id = :agent")
        .param("to", stranger)
        .param("agent", agent)
        .update();
    hears("5", "0", 1);
    assertThat(figuresTold()).isEmpty();
    assertThat(as(stranger, "GET", ALERTS, "").body().at("/items")).isEmpty();
  }

  private void awaitDelivery(String wanted, String outcome) {
    await()
        .untilAsserted(
            () -> {
              Answer told = as(owner, "GET", ALERTS, "");
              assertThat(told.text("/items/0/deliveries/0/status")).isEqualTo(wanted);
              assertThat(told.text("/items/0/deliveries/0/outcome")).isEqualTo(outcome);
            });
  }

  private static Offset<Long> within(long seconds) {
    return Offset.offset(seconds);
  }
}
