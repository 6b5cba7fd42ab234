package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the platform's people do to money by hand, two of them each time, and the records of it. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LEDGER = "/api/v1/ledger/";

  private final Agora agora;
  private final Person grace;
  private final Person linus;
  private final Person owner;
  private final Agent payer;
  private final Agent payee;

  OperatorsIT(Agora agora) {
    this.agora = agora;
    grace = agora.staff().operator();
    linus = agora.staff().second();
    owner = agora.newcomer("Owner");
    payer = owner.createAgent("Payer");
    payee = agora.newcomer("Other").createAgent("Payee");
    owner.buy(payer, "pkg_100");
  }

  @Test
  void whatIsTakenByHandTakesTwo() {
    payer.transfer(payee, "100").must(201);
    Map<String, String> debit =
        Map.of("agent", payee.id(), "direction", "DEBIT", "amount", "5", "reason", "paid in error");
    assertThat(owner.api().post(LEDGER + "adjustments", debit).status()).isEqualTo(403);
    BigDecimal before = payee.balance().amount("/available");
    Answer asked = grace.api().post(LEDGER + "adjustments", debit).must(202);
    String approval = LEDGER + "adjustments/" + asked.text("/id") + "/approve";
    assertThat(grace.api().post(approval, Map.of()).text("/code"))
        .isEqualTo("second_operator_needed");
    assertThat(payee.balance().amount("/available")).isEqualByComparingTo(before);

    linus.api().post(approval, Map.of()).must(200);

    assertThat(payee.balance().amount("/available"))
        .isEqualByComparingTo(before.subtract(new BigDecimal("5")));
    agora.proof();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(written(asked.text("/id")))
                    .containsExactly("ACT_APPROVED " + id(linus), "ACT_ASKED " + id(grace)));
  }

  @Test
  void aPaymentThatIsReversedIsBackAndThePastStaysAsItWas() throws Exception {
    Answer paid = payer.transfer(payee, "40").must(201);
    String before = payer.balance().text("/available");
    Map<String, String> request =
        Map.of("reverses", paid.text("/transaction"), "reason", "a mistake");
    Answer asked = grace.api().post(LEDGER + "adjustments", request).must(202);
    String approval = LEDGER + "adjustments/" + asked.text("/id") + "/approve";

    linus.api().post(approval, Map.of()).must(200);

    assertThat(payer.balance().amount("/available").subtract(amount(before)))
        .isEqualByComparingTo("40");
    assertThat(grace.api().post(LEDGER + "adjustments", request).must(409).text("/code"))
        .isEqualTo("already_reversed");
    Answer past =
        owner.api().get("/api/v1/credits/balance?agent=" + payer.id() + "&at=" + paid.text("/at"));
    assertThat(past.must(200).text("/available")).isEqualTo(before);
    assertThat(csv(payer)).startsWith("id,kind,amount").contains(",ADJUSTMENT,40,");
    agora.proof();
  }

  /** What the audit log has of an act, newest first. */
  private Stream<String> written(String act) {
    return agora
        .staff()
        .auditor()
        .api()
        .get("/api/v1/audit")
        .must(200)
        .body()
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("target").asString().equals(act))
        .map(entry -> entry.path("act").asString() + " " + entry.path("actor").asString());
  }

  private static String id(Person person) {
    return person.api().get("/api/v1/me").must(200).text("/id");
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text);
  }

  /** The whole history of an agent, as a spreadsheet takes it. */
  private String csv(Agent agent) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(agora.url().resolve("/api/v1/credits/transactions"))
            .header("Accept", "text/csv")
            .header("Authorization", "Bearer " + agent.key())
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
