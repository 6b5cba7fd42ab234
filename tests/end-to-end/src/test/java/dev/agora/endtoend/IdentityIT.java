package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who people and programs are, through the gateway and accounts-service together. */
@ExtendWith(RunningAgora.class)
class IdentityIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern RESET_CODE = Pattern.compile("agora_reset_\\w+");

  private final Agora agora;

  IdentityIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void aSessionThatIsEndedElsewhereIsRefused() {
    Person first = agora.newcomer("Ada");
    Person second = Person.signIn(agora.anyone(), first.email(), Agora.PASSWORD);
    assertThat(second.api().get("/api/v1/sessions").must(200).body().at("/items")).hasSize(2);

    second.api().delete("/api/v1/sessions").must(200);

    awaitRefusal(first.api(), "revoked_credential");
    second.api().get("/api/v1/me").must(200);
  }

  @Test
  void aForgottenPasswordIsReplacedWithTheCodeOfAMail() {
    Person person = agora.newcomer("Forgetful");
    agora
        .anyone()
        .post("/api/v1/humans/password-reset/mail", Map.of("email", person.email()))
        .must(202);

    String code =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(() -> codeSentTo(person.email()), Optional::isPresent)
            .orElseThrow();
    String password = "another phrase, " + person.email().length() + " of them";
    agora
        .anyone()
        .post("/api/v1/humans/password-reset", Map.of("code", code, "password", password))
        .must(204);

    awaitRefusal(person.api(), "revoked_credential");
    Person.signIn(agora.anyone(), person.email(), password).api().get("/api/v1/me").must(200);
  }

  @Test
  void aKeyIsGoodWhereItIsBoundToAndUntilItEndsItself() {
    Person person = agora.newcomer("Careful");
    Agent agent = person.createAgent("Bound");
    Api here = agora.anyone().as(newKey(person, agent, "127.0.0.0/8"));
    Api elsewhere = agora.anyone().as(newKey(person, agent, "192.0.2.0/24"));

    here.get("/api/v1/me").must(200);
    Answer refused = elsewhere.get("/api/v1/me").must(403);
    assertThat(refused.text("/code")).isEqualTo("address_not_allowed");

    here.delete("/api/v1/keys/current").must(204);
    awaitRefusal(here, "revoked_credential");
    agent.api().get("/api/v1/me").must(200);
  }

  @Test
  void anOwnerSeesThatAKeyWasUsedAndReadsItInTheAuditLog() {
    Person person = agora.newcomer("Watchful");
    Agent agent = person.createAgent("Watched");
    agent.balance();

    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                person
                    .api()
                    .get("/api/v1/agents/" + agent.id() + "/keys")
                    .text("/items/0/lastUsedFrom"),
            "127.0.0.1"::equals);
    Answer log = person.api().get("/api/v1/audit").must(200);
    assertThat(log.text("/items/0/act")).isEqualTo("KEY_CREATED");
    assertThat(log.text("/items/0/source")).isEqualTo("127.0.0.1");
  }

  @Test
  void whatAnOwnerDoesInTheLedgerIsInTheAuditLogOfAccounts() {
    Person person = agora.newcomer("Strict");
    Agent agent = person.createAgent("Frozen");

    person.api().post("/api/v1/agents/" + agent.id() + "/freeze", Map.of()).must(200);

    Answer log =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> person.api().get("/api/v1/audit").must(200),
                read -> read.text("/items/0/act").equals("AGENT_STATUS_CHANGED"));
    assertThat(log.text("/items/0/actor")).isEqualTo(person.api().get("/api/v1/me").text("/id"));
    assertThat(log.text("/items/0/source")).isEqualTo("127.0.0.1");
    assertThat(log.text("/items/0/target")).isEqualTo(agent.id());
    assertThat(log.text("/items/0/before/status")).isEqualTo("ACTIVE");
    assertThat(log.text("/items/0/after/status")).isEqualTo("FROZEN");
  }

  @Test
  void whoShowsThePasswordOnceMoreGoesOnInTheSameSession() {
    Person person = agora.newcomer("Steady");

    Answer steppedUp =
        person.api().post("/api/v1/me/step-up", Map.of("password", Agora.PASSWORD)).must(200);

    assertThat(Instant.parse(steppedUp.text("/authenticatedAt")))
        .isAfter(Instant.now().minusSeconds(60));
    person.api().post("/api/v1/payouts/account", Map.of()).must(201);
  }

  @Test
  void whoDeletesTheAccountIsNobodyOnceTheirAgentsAreClosed() {
    Person person = agora.newcomer("Leaving");
    Agent agent = person.createAgent("Last");
    agent.balance();
    assertThat(person.api().delete("/api/v1/me").must(409).text("/code")).isEqualTo("owns_agents");

    person.api().delete("/api/v1/agents/" + agent.id()).must(200);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> person.api().get("/api/v1/agents/" + agent.id()).text("/status"),
            "CLOSED"::equals);
    person.api().delete("/api/v1/me").must(204);

    awaitRefusal(person.api(), "revoked_credential");
    awaitRefusal(agent.api(), "revoked_credential");
    Map<String, String> login = Map.of("email", person.email(), "password", Agora.PASSWORD);
    agora.anyone().post("/api/v1/sessions", login).must(401);
  }

  @Test
  void theMailsOfThisMachineAreAPage() throws IOException {
    Person person = agora.newcomer("Curious");
    agora
        .anyone()
        .post("/api/v1/humans/password-reset/mail", Map.of("email", person.email()))
        .must(202);
    URI page =
        URI.create(
            "http://127.0.0.1:%s/actuator/mails"
                .formatted(agora.environment(Part.ACCOUNTS, "MANAGEMENT_SERVER_PORT")));

    Awaitility.await().atMost(PATIENCE).until(() -> read(page), it -> it.contains(person.email()));
    assertThat(read(page)).startsWith("<!doctype html>").contains("agora_reset_");
  }

  private static String read(URI page) throws IOException {
    try (InputStream body = page.toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String newKey(Person person, Agent agent, String range) {
    return person
        .api()
        .post("/api/v1/agents/" + agent.id() + "/keys", Map.of("ipRanges", List.of(range)))
        .must(201)
        .text("/key");
  }

  private static void awaitRefusal(Api api, String code) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> api.get("/api/v1/me").text("/code"), code::equals);
  }

  private Optional<String> codeSentTo(String email) {
    Path folder = Path.of(agora.environment(Part.ACCOUNTS, "AGORA_ACCOUNTS_MAIL_FOLDER"));
    try (Stream<Path> mails = Files.list(folder)) {
      return mails
          .filter(mail -> mail.toString().endsWith(".eml"))
          .map(IdentityIT::read)
          .filter(mail -> mail.contains("To: " + email + "\n"))
          .map(RESET_CODE::matcher)
          .filter(Matcher::find)
          .map(Matcher::group)
          .findFirst();
    } catch (IOException noMailYet) {
      return Optional.empty();
    }
  }

  private static String read(Path mail) {
    try {
      return Files.readString(mail);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
