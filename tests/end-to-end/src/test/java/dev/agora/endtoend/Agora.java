package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.Database;
import dev.agora.local.launcher.EconomyOptions;
import dev.agora.local.launcher.LocalEconomy;
import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The running system; used through its gateway and the Stripe stand-in's pages only. */
final class Agora implements AutoCloseable {

  static final String PASSWORD = "correct horse battery staple";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LocalEconomy economy;
  private final Spans spans;
  private @Nullable Staff staff;

  private Agora(LocalEconomy economy, Spans spans) {
    this.economy = economy;
    this.spans = spans;
  }

  static Agora start() {
    Spans spans = Spans.receive();
    try {
      // The crash tests, which start processes over and over, come next and find the caches.
      EconomyOptions options =
          EconomyOptions.in(Files.createTempDirectory("agora-end-to-end"))
              // All tests sign in from one address.
              .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_SIGNIN_BURST", "10000")
              .with(Part.GATEWAY, "AGORA_GATEWAY_RATES_SIGNIN_PERSECOND", "1000")
              .with(Part.BILLING, "AGORA_BILLING_RECONCILIATION_INTERVAL", "PT1S")
              .with(Part.BILLING, "AGORA_BILLING_RECONCILIATION_GRACE", "PT5S")
              // It finds what came back from owners' accounts.
              .with(Part.PAYOUT, "AGORA_PAYOUT_RECONCILIATION_EVERY", "PT2S")
              .with(Part.BILLING, "LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash")
              .trainingIfDue();
      for (Part part : Part.applications()) {
        options =
            options
                .with(part, "AGORA_TRACES", "true")
                .with(part, "AGORA_TRACES_URL", spans.url().toString());
      }
      return new Agora(LocalEconomy.start(options), spans);
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  @Override
  public void close() {
    economy.close();
    spans.close();
  }

  /** What the processes told of their work. */
  Spans spans() {
    return spans;
  }

  URI url() {
    return economy.gateway();
  }

  /** A caller nobody knows. */
  Api anyone() {
    return Api.at(economy.gateway());
  }

  /** Somebody new, signed up and in. */
  Person newcomer(String name) {
    String email = name.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
    return Person.signUp(anyone(), name, email + "@agora.example", PASSWORD);
  }

  /**
   * Those who run the platform, in new sessions; hired at the first need, since there are two first
   * operators.
   */
  synchronized Staff staff() {
    if (staff == null) {
      staff = Staff.hire(this);
    }
    return staff.signedInAgain(this);
  }

  /** The Stripe stand-in, whose pages people open and whose admin calls tests use. */
  Api stripe() {
    return Api.at(economy.stripe());
  }

  URI stripeUrl() {
    return economy.stripe();
  }

  /** A variable that a part was started with. */
  String environment(Part part, String variable) {
    return economy.environment(part).getOrDefault(variable, "");
  }

  /** Where a part shows its health and its metrics. */
  URI management(Part part) {
    return economy.management(part);
  }

  Map<String, String> environment(Part part) {
    return economy.environment(part);
  }

  Database database(Part part) {
    return economy.database(part);
  }

  /** Runs something while a part is down; it is up again afterwards, whatever happens. */
  void without(Part part, Runnable doing) {
    economy.stop(part);
    try {
      doing.run();
    } finally {
      economy.start(part);
    }
  }

  /** Kafka's bootstrap servers. */
  String kafka() {
    return economy.kafka();
  }

  Path log(Part part) {
    return economy.log(part);
  }

  /** Waits until the status at a path is as wanted, and answers what is there then. */
  Answer await(Api api, String path, String status) {
    Awaitility.await(path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              Answer answer = api.get(path);
              assertThat(answer.text("/status")).as("%s", answer.body()).isEqualTo(status);
            });
    return api.get(path).must(200);
  }

  /** The ledger's proof, which has to hold. */
  JsonNode proof() {
    Answer proof = anyone().get("/api/v1/ledger/proof").must(200);
    assertThat(proof.body().at("/ok").asBoolean(false)).as("%s", proof.body()).isTrue();
    return proof.body();
  }

  /** Nothing of the dollars at Stripe is unexplained, whatever the tests so far did. */
  void explained() {
    Api operator = staff().operator().api();
    Awaitility.await("0 unexplained cents")
        .atMost(Duration.ofMinutes(1))
        .during(Duration.ofSeconds(8))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              Answer now = operator.get("/api/v1/billing/reconciliation").must(200);
              assertThat(now.amount("/statementUsd")).isPositive();
              assertThat(now.amount("/unexplainedUsd")).as("%s", now.body()).isZero();
            });
  }

  /** A figure of the proof, such as {@code sum}. */
  BigDecimal proven(String check, String figure) {
    for (JsonNode one : proof().at("/checks")) {
      if (one.at("/name").asString("").equals(check)) {
        return new BigDecimal(one.at("/figures/" + figure).asString());
      }
    }
    throw new AssertionError("the proof has no check " + check);
  }
}
