package dev.agora.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.launcher.Backups;
import dev.agora.local.launcher.EconomyFolder;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Ports;
import dev.agora.local.launcher.Programs;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal: everything back to a moment, the books proven, Kafka filled from the outboxes. */
class RestoreIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String PASSWORD = "correct horse battery staple";
  private static final List<String> TOPICS =
      List.of("ledger.events.v1", "billing.events.v1", "accounts.events.v1");

  @TempDir private Path folder;
  private final Ports ports = Ports.free();

  @Test
  void theSystemGoesBackToAMomentAndGoesOnFromThere() throws Exception {
    Instant moment;
    Agent payer;
    Agent payee;
    Person ada;
    Backups backups = new Backups(new EconomyFolder(folder.resolve("agora")), ports);
    try (LocalEconomy economy = start()) {
      ada = person(economy, "ada");
      payer = ada.createAgent("Payer");
      payee = person(economy, "bob").createAgent("Payee");
      awaitKnown(ada, payer);
      ada.buy(payer, "pkg_100");
      Awaitility.await().atMost(PATIENCE).until(() -> payer.transfer(payee, "100").status() == 201);
      backups.take(folder.resolve("backup"));
      payer.transfer(payee, "200").must(201);
      ada.buy(payer, "pkg_10");
      moment = now(economy);
      payer.transfer(payee, "400").must(201);
      backups.archiveAll();
      economy.kill(Part.POSTGRES);
    }

    backups.restore(folder.resolve("backup"), moment, "lost");

    try (LocalEconomy economy = start()) {
      assertThat(balance(economy, payer)).isEqualByComparingTo("1000");
      assertThat(balance(economy, payee)).isEqualByComparingTo("285");
      assertThat(audit(economy)).contains("The ledger is sound");
      awaitKafkaTellsWhatTheOutboxesHold(economy);
      goesOn(economy, ada, payer, payee);
      assertThat(audit(economy)).contains("The ledger is sound");
      assertThat(waiting(economy)).isZero();
    }
  }

  /** News of a new agent takes a moment to reach billing. */
  private static void awaitKnown(Person owner, Agent agent) {
    Map<String, String> wish = Map.of("agent", agent.id(), "package", "pkg_100");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> owner.api().post("/api/v1/billing/purchase-credits", wish).status() == 202);
  }

  /** Sagas over all services work, and what was published twice has had its effect once. */
  private static void goesOn(LocalEconomy economy, Person ada, Agent payer, Agent payee) {
    Person again = Person.signIn(Api.at(economy.gateway()), ada.email(), PASSWORD);
    again.buy(payer, "pkg_10");
    payer.transfer(payee, "100").must(201);
    assertThat(balance(economy, payer)).isEqualByComparingTo("1000");
    assertThat(balance(economy, payee)).isEqualByComparingTo("380");
    assertThat(Api.at(economy.gateway()).get("/api/v1/ledger/proof").text("/ok")).isEqualTo("true");
  }

  /** Each message of the outboxes under its id, and none of what is no more. */
  private static void awaitKafkaTellsWhatTheOutboxesHold(LocalEconomy economy) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(published(economy)).isEqualTo(stored(economy)));
  }

  private static Set<String> stored(LocalEconomy economy) throws SQLException {
    Set<String> ids = new TreeSet<>();
    for (Part part : List.of(Part.LEDGER, Part.BILLING, Part.ACCOUNTS)) {
      String topics = TOPICS.stream().collect(Collectors.joining("','", "'", "'"));
      ids.addAll(
          query(
              economy.database(part),
              "SELECT id::text FROM outbox WHERE topic IN (" + topics + ")"));
    }
    return ids;
  }

  private static Set<String> published(LocalEconomy economy) {
    Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, economy.kafka());
    Set<String> ids = new TreeSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          TOPICS.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(
                message ->
                    ids.add(
                        new String(
                            message.headers().lastHeader("message-id").value(),
                            StandardCharsets.UTF_8)));
      }
    }
    return ids;
  }

  private static long waiting(LocalEconomy economy) throws SQLException {
    long waiting = 0;
    for (Part part : List.of(Part.LEDGER, Part.BILLING, Part.ACCOUNTS, Part.PAYOUT)) {
      waiting += query(economy.database(part), "SELECT id::text FROM dead_letter").size();
    }
    return waiting;
  }

  private static String audit(LocalEconomy economy) throws IOException, InterruptedException {
    ProcessBuilder program = new ProcessBuilder(Programs.ledgerAudit()).redirectErrorStream(true);
    program.environment().putAll(economy.environment(Part.LEDGER));
    Process audit = program.start();
    String report = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(audit.waitFor()).as("%s", report).isZero();
    return report;
  }

  private LocalEconomy start() {
    return LocalEconomy.start(EconomyOptions.in(folder.resolve("agora")).at(ports));
  }

  private static Person person(LocalEconomy economy, String name) {
    return Person.signUp(Api.at(economy.gateway()), name, name + "@restore.example", PASSWORD);
  }

  private static BigDecimal balance(LocalEconomy economy, Agent agent) {
    return Api.at(economy.gateway())
        .as(agent.key())
        .get("/api/v1/credits/balance")
        .must(200)
        .amount("/available");
  }

  private static Instant now(LocalEconomy economy) throws SQLException {
    return OffsetDateTime.parse(
            query(
                    economy.database(Part.LEDGER),
                    "SELECT to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.USOF:00')")
                .getFirst())
        .toInstant();
  }

  private static List<String> query(Database database, String text) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
