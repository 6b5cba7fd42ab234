package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An owner's hand on its agents, and the other ways to pay, through the gateway. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpendingControlIT {

  private static final String HOLDS = "/api/v1/credits/holds";

  private final Person owner;
  private final Agent payer;
  private final Agent payee;

  SpendingControlIT(Agora agora) {
    owner = agora.newcomer("Careful");
    payer = owner.createAgent("Payer");
    payee = agora.newcomer("Payee").createAgent("Payee");
    owner.buy(payer, "pkg_50");
  }

  @Test
  void aDailyLimitHoldsAndSaysWhatIsLeft() {
    Agent agent = owner.createAgent("Limited");
    payer.transfer(agent, "100").must(201);
    owner.api().put(path(agent, "/limits"), Map.of("daily", "30")).must(200);
    agent.transfer(payee, "20").must(201);

    Answer refused = agent.transfer(payee, "20").must(403);

    assertThat(refused.text("/code")).isEqualTo("limit_exceeded");
    assertThat(refused.amount("/limit/left")).isEqualByComparingTo("10");
    assertThat(owner.api().get(path(agent, "/limits")).amount("/spentToday"))
        .isEqualByComparingTo("20");
    assertThat(agent.api().put(path(agent, "/limits"), Map.of()).status()).isEqualTo(403);
  }

  @Test
  void whatTheOwnerDecidesShowsWhereverTheAgentDoes() {
    Agent agent = owner.createAgent("Frozen");
    owner.api().post(path(agent, "/freeze"), Map.of()).must(200);
    awaitStatus(agent, "FROZEN");
    assertThat(agent.transfer(payee, "1").must(403).text("/code")).isEqualTo("agent_frozen");
    owner.api().post(path(agent, "/unfreeze"), Map.of()).must(200);
    awaitStatus(agent, "ACTIVE");

    payer.transfer(agent, "1").must(201);
    assertThat(owner.api().delete(path(agent, "")).must(409).text("/code"))
        .isEqualTo("agent_not_empty");
    agent.transfer(payee, "0.95").must(201);
    owner.api().delete(path(agent, "")).must(200);
    awaitStatus(agent, "CLOSED");
  }

  @Test
  void manyPaymentsGoInOneCall() {
    Map<String, String> one = Map.of("to", payee.id(), "amount", "1");
    Map<String, String> tooMuch = Map.of("to", payee.id(), "amount", "100000");

    Answer each = payer.api().post("/api/v1/credits/transfers", batch(false, one, tooMuch, one));
    Answer none = payer.api().post("/api/v1/credits/transfers", batch(true, one, tooMuch));

    assertThat(each.must(200).text("/results/0/status")).isEqualTo("POSTED");
    assertThat(each.text("/results/1/problem/code")).isEqualTo("insufficient_credits");
    assertThat(each.text("/results/2/transfer/net")).isEqualTo("0.95");
    assertThat(none.must(422).text("/errors/0/pointer")).isEqualTo("/transfers/1");
  }

  @Test
  void aPaymentToComeIsCapturedByItsPayee() {
    Map<String, String> wish = Map.of("to", payee.id(), "amount", "10", "expiresIn", "PT1H");
    String id = payer.api().post(HOLDS, wish).must(201).text("/id");

    Answer captured =
        payee.api().post(HOLDS + "/" + id + "/capture", Map.of("amount", "4")).must(200);
    Answer released = payee.api().post(HOLDS + "/" + id + "/release", Map.of()).must(200);

    assertThat(captured.amount("/captured")).isEqualByComparingTo("4");
    assertThat(released.text("/status")).isEqualTo("RELEASED");
    assertThat(payer.api().get(HOLDS + "/" + id).must(200).amount("/captured"))
        .isEqualByComparingTo("4");
  }

  private static Map<String, Object> batch(boolean atomic, Map<?, ?>... transfers) {
    return Map.of("transfers", List.of(transfers), "atomic", atomic);
  }

  private void awaitStatus(Agent agent, String status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> owner.api().get(path(agent, "")).text("/status"), status::equals);
  }

  private static String path(Agent agent, String rest) {
    return "/api/v1/agents/" + agent.id() + rest;
  }
}
