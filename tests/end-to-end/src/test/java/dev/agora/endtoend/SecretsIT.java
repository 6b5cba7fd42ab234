package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import dev.agora.local.launcher.client.Person;
import dev.agora.local.launcher.client.StripePages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal R8: no secret of anybody reaches a log, a trace, a topic or a table, whatever they do with
 * it.
 */
@ExtendWith(RunningAgora.class)
class SecretsIT {

  private static final List<String> CARDS =
      List.of("4242 4242 4242 4242", "4242424242424242", "4000 0000 0000 0002", "4000000000000002");
  private static final int TRIVIAL = 12;
  private static final List<Part> WITH_DATABASE =
      List.of(Part.ACCOUNTS, Part.LEDGER, Part.BILLING, Part.PAYOUT, Part.MARKETPLACE);

  private final Agora agora;

  SecretsIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void plantedSecretsAppearInNoLogTopicOrTable() throws IOException, SQLException {
    Set<String> secrets = new HashSet<>(CARDS);
    secrets.addAll(ofTheProcesses());
    secrets.addAll(ofPeopleWhoAreCareless());
    Set<String> leaks = new TreeSet<>();
    BiConsumer<String, String> reader =
        (place, text) ->
            secrets.stream()
                .filter(text::contains)
                .forEach(secret -> leaks.add(place + ": " + secret.substring(0, TRIVIAL) + "…"));
    for (Part part : Part.values()) {
      String log = Files.readString(agora.log(part), StandardCharsets.UTF_8);
      assertThat(log).as("the log of %s", part).isNotEmpty();
      reader.accept("log of " + part.label(), log);
    }
    for (Part part : WITH_DATABASE) {
      StoredText.ofTables(agora.database(part), reader);
    }
    StoredText.ofTopics(agora.kafka(), reader);
    agora.spans().texts().forEach(text -> reader.accept("traces", text));
    assertThat(leaks).isEmpty();
  }

  /** The variables that carry keys, passwords and peppers. */
  private Set<String> ofTheProcesses() {
    Set<String> secrets = new HashSet<>();
    for (Part part : Part.values()) {
      agora
          .environment(part)
          .forEach(
              (name, value) -> {
                if (name.matches(".*(PASSWORD|SECRET|PEPPER|API_KEY).*")
                    && value.length() >= TRIVIAL) {
                  secrets.add(value);
                }
              });
    }
    assertThat(secrets).hasSizeGreaterThanOrEqualTo(8);
    return secrets;
  }

  /** A person and an agent who send their secrets where they belong, and where they do not. */
  private List<String> ofPeopleWhoAreCareless() {
    Person person = agora.newcomer("Careless");
    String password = "planted-" + person.email();
    Api anyone = agora.anyone();
    anyone.post("/api/v1/sessions", Map.of("email", person.email(), "password", password));
    anyone.post(
        "/api/v1/humans", Map.of("email", "nowhere", "password", password, "name", "Nobody"));
    Answer session =
        anyone
            .post("/api/v1/sessions", Map.of("email", person.email(), "password", Agora.PASSWORD))
            .must(201);
    String token = session.text("/token");
    Agent agent = person.createAgent("Careless");
    String wrongKey = agent.key().substring(0, agent.key().length() - 8) + "AAAAAAAA";
    anyone.as(wrongKey).get("/api/v1/credits/balance");
    agent.api().post("/api/v1/credits/transfer", Map.of("to", agent.key(), "amount", token));
    agent.api().get("/api/v1/marketplace/services/" + agent.key());
    agent.api().get("/api/v1/marketplace/services?sort=" + agent.key());
    String page = person.startBuying(agent, "pkg_10").text("/checkoutUrl");
    StripePages.pay(page, "4000 0000 0000 0002");
    StripePages.pay(page, "4242 4242 4242 4242");
    return List.of(Agora.PASSWORD, password, token, agent.key(), wrongKey);
  }
}
