package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.FreePort;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators do by {@code ./agora ops}, and that each of it is written down. */
@ExtendWith(RunningAgora.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int USAGE = 2;
  private static final int NOT_ALLOWED = 3;
  private static final int NOT_THERE = 4;
  private static final int NO_ANSWER = 5;

  private final Agora agora;
  private final Staff staff;
  private final Person buyer;
  private final Agent agent;
  @TempDir private Path folder;

  OpsIT(Agora agora) {
    this.agora = agora;
    staff = agora.staff();
    buyer = agora.newcomer("Buyer");
    agent = buyer.createAgent("Agent");
  }

  @Test
  void aParkedSagaIsFoundLookedAtAndSkippedAndTheAuditLogSaysByWhom() throws Exception {
    String saga = parkedSaga();

    assertThat(ops(staff.operator(), "overview").code()).isEqualTo(REFUSED);
    OpsProgram.Ran shown = ops(staff.auditor(), "saga", "billing", saga, "--json");
    assertThat(shown.json().at("/saga/status").asString()).isEqualTo("PARKED");
    assertThat(shown.json().at("/history").size()).isPositive();
    assertThat(shown.json().at("/diagram").asString()).isNotBlank();
    assertThat(ops(staff.auditor(), "skip", "billing", saga).code()).isEqualTo(NOT_ALLOWED);

    OpsProgram.Ran skipped = ops(staff.operator(), "skip", "billing", saga);

    assertThat(skipped.code()).as("%s", skipped).isEqualTo(DONE);
    assertThat(skipped.output()).contains("status: COMPLETED");
    OpsProgram.Ran again = ops(staff.operator(), "resume", "billing", saga);
    assertThat(again.code()).isEqualTo(REFUSED);
    assertThat(again.output()).contains("only a parked saga");
    assertThat(ops(staff.operator(), "skip", "payout", saga).code()).isEqualTo(NOT_THERE);
    awaitWritten("SAGA_OPERATED", saga);
    assertThat(loggedSagas()).contains(saga);
  }

  /** Of billing's log, which is written as JSON here. */
  private List<String> loggedSagas() throws IOException {
    return Files.readAllLines(agora.log(Part.BILLING)).stream()
        .filter(line -> line.startsWith("{"))
        .map(line -> JsonMapper.shared().readTree(line).path("sagaId").asString(""))
        .filter(saga -> !saga.isEmpty())
        .distinct()
        .toList();
  }

  @Test
  void aMessageThatNobodyCanReadIsInspectedAndSentBack() throws Exception {
    String key = "unreadable-" + UUID.randomUUID();
    send(key);
    List<JsonNode> found = new ArrayList<>();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              found.addAll(deadLetters(key));
              return !found.isEmpty();
            });
    String id = found.getFirst().path("id").asString();

    OpsProgram.Ran shown = ops(staff.operator(), "dead-letter", "ledger", id);
    assertThat(shown.output()).contains("payload: {", "ledger.place-hold", key);
    OpsProgram.Ran replayed = ops(staff.operator(), "replay", "ledger", id, "--json");

    assertThat(replayed.code()).as("%s", replayed).isEqualTo(DONE);
    assertThat(replayed.json().at("/letter/replayedBy").asString()).isEqualTo(id(staff.operator()));
    awaitWritten("DEAD_LETTER_REPLAYED", id);
    // It is as unreadable as before, and so is set aside again.
    Awaitility.await().atMost(PATIENCE).until(() -> !deadLetters(key).isEmpty());
    assertThat(deadLetters(key)).noneMatch(letter -> letter.path("id").asString().equals(id));
  }

  @Test
  void anAgentIsFrozenInAnEmergency() throws Exception {
    buyer.buy(agent, "pkg_10");
    Agent payee = agora.newcomer("Payee").createAgent("Payee");

    assertThat(ops(staff.operator(), "freeze", agent.id()).code()).isEqualTo(DONE);

    assertThat(agent.transfer(payee, "1").must(403).text("/code")).isEqualTo("agent_frozen");
    assertThat(ops(staff.operator(), "unfreeze", agent.id()).code()).isEqualTo(DONE);
    agent.transfer(payee, "1").must(201);
    assertThat(ops(staff.arbiter(), "freeze", agent.id()).code()).isEqualTo(NOT_THERE);
    awaitWritten("AGENT_STATUS_CHANGED", agent.id());
  }

  @Test
  void theBooksAreProvenAndTheTurnoverIsShown() throws Exception {
    assertThat(ops(staff.operator(), "proof").code()).isEqualTo(DONE);
    assertThat(ops(staff.operator(), "proof", "--json").json().path("ok").asBoolean()).isTrue();
    assertThat(ops(staff.operator(), "turnover").code()).isEqualTo(DONE);
    assertThat(ops(staff.operator(), "get", "/api/v1/roles").output()).contains("OPERATOR");
    assertThat(ops(staff.auditor(), "audit", "--proof").code()).isEqualTo(DONE);
    assertThat(ops(staff.auditor(), "audit", "--limit", "3", "--json").json().at("/items").size())
        .isEqualTo(3);
  }

  @Test
  void anOperatorWithoutASessionIsSignedInAndOutAgain() throws Exception {
    Map<String, String> password =
        Map.of(
            "AGORA_OPERATOR_EMAIL",
            staff.operator().email(),
            "AGORA_OPERATOR_PASSWORD",
            Agora.PASSWORD);
    int before = sessions();

    OpsProgram.Ran listed = run(password, "sagas", "payout", "--url", agora.url().toString());

    assertThat(listed.code()).as("%s", listed).isEqualTo(DONE);
    assertThat(sessions()).isEqualTo(before);
    OpsProgram.Ran wrong =
        run(
            Map.of("AGORA_OPERATOR_EMAIL", "nobody@agora.example", "AGORA_OPERATOR_PASSWORD", "x"),
            "sagas",
            "payout",
            "--url",
            agora.url().toString());
    assertThat(wrong.code()).as("%s", wrong).isEqualTo(NOT_ALLOWED);
  }

  @Test
  void whatIsNotDoneHasAnExitCodeOfItsOwn() throws Exception {
    assertThat(ops(buyer, "sagas", "billing").code()).isEqualTo(NOT_ALLOWED);
    assertThat(ops(staff.operator(), "saga", "billing", "no-id").code()).isEqualTo(NOT_THERE);
    assertThat(ops(staff.operator(), "dance").code()).isEqualTo(USAGE);
    assertThat(run(Map.of(), "proof").code()).isEqualTo(USAGE);
    String nobody = "http://127.0.0.1:" + FreePort.next();
    OpsProgram.Ran noAnswer = run(Map.of("AGORA_OPERATOR_TOKEN", "x"), "proof", "--url", nobody);
    assertThat(noAnswer.code()).as("%s", noAnswer).isEqualTo(NO_ANSWER);
  }

  /** A refund that fails after it was done: the saga of it waits for an operator at once. */
  private String parkedSaga() throws Exception {
    String purchases = "/api/v1/billing/purchases/";
    String purchase = buyer.buy(agent, "pkg_10").text("/id");
    buyer.api().post(purchases + purchase + "/refund", Map.of()).must(202);
    agora.await(buyer.api(), purchases + purchase, "REFUNDED");
    String refund =
        StripePages.objects(agora.stripeUrl(), "refund")
            .at("/data")
            .valueStream()
            .map(entry -> entry.at("/object"))
            .filter(one -> purchase.equals(one.at("/metadata/purchase").asString("")))
            .map(one -> one.at("/id").asString())
            .findFirst()
            .orElseThrow();
    agora.stripe().post("/_sim/refunds/" + refund + "/fail", Map.of()).must(200);
    List<String> parked = new ArrayList<>();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              OpsProgram.Ran listed =
                  ops(
                      staff.operator(),
                      "sagas",
                      "billing",
                      "--status",
                      "PARKED",
                      "--saga",
                      "failed-refund",
                      "--json");
              listed.json().path("items").forEach(item -> parked.add(item.path("id").asString()));
              return !parked.isEmpty();
            });
    return parked.getFirst();
  }

  private List<JsonNode> deadLetters(String key) throws Exception {
    OpsProgram.Ran listed =
        ops(staff.operator(), "dead-letters", "ledger", "--limit", "100", "--json");
    assertThat(listed.code()).as("%s", listed).isEqualTo(DONE);
    return listed
        .json()
        .path("items")
        .valueStream()
        .filter(letter -> letter.path("key").asString().equals(key))
        .toList();
  }

  private void send(String key) throws ExecutionException, InterruptedException {
    ProducerRecord<String, String> message =
        new ProducerRecord<>("ledger.commands.v1", key, "{ this is no JSON");
    Map.of(
            "message-id", UUID.randomUUID().toString(),
            "message-type", "ledger.place-hold",
            "schema-version", "1",
            "created-at", "2026-11-29T00:00:00Z")
        .forEach(
            (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, agora.kafka());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(message).get();
    }
  }

  private void awaitWritten(String act, String target) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        staff
                            .auditor()
                            .api()
                            .get("/api/v1/audit?limit=100")
                            .must(200)
                            .body()
                            .path("items")
                            .valueStream()
                            .filter(entry -> entry.path("target").asString().equals(target)))
                    .anySatisfy(
                        entry -> {
                          assertThat(entry.path("act").asString()).isEqualTo(act);
                          assertThat(entry.path("actor").asString())
                              .isEqualTo(id(staff.operator()));
                          assertThat(entry.path("source").asString()).isEqualTo("127.0.0.1");
                        }));
  }

  private int sessions() {
    return staff
        .operator()
        .api()
        .get("/api/v1/sessions?limit=100")
        .must(200)
        .body()
        .path("items")
        .size();
  }

  private static String id(Person person) {
    return person.api().get("/api/v1/me").must(200).text("/id");
  }

  private OpsProgram.Ran ops(Person who, String... arguments)
      throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--url", agora.url().toString()))
            .toArray(String[]::new);
    return run(Map.of("AGORA_OPERATOR_TOKEN", who.api().bearer()), all);
  }

  private OpsProgram.Ran run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return OpsProgram.run(folder, environment, arguments);
  }
}
