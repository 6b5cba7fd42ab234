package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Programs;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Those who run the platform: two operators by the command, the others by the two of them. */
record Staff(Person operator, Person second, Person arbiter, Person auditor) {

  private static final String CHANGES = "/api/v1/roles/changes";

  static Staff hire(Agora agora) {
    Person operator = appoint(agora, agora.newcomer("Operator"));
    Person second = appoint(agora, agora.newcomer("Second"));
    return new Staff(
        operator,
        second,
        grant(agora, operator, second, "ARBITER"),
        grant(agora, operator, second, "AUDITOR"));
  }

  /** The same people, who have shown their passwords just now. */
  Staff signedInAgain(Agora agora) {
    return new Staff(
        again(agora, operator), again(agora, second), again(agora, arbiter), again(agora, auditor));
  }

  private static Person appoint(Agora agora, Person person) {
    ProcessBuilder command = new ProcessBuilder(Programs.operator(person.email()));
    command.environment().putAll(agora.environment(Part.ACCOUNTS));
    command.redirectErrorStream(true);
    try {
      Process process = command.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("no operator could be appointed", failed);
    }
    return again(agora, person);
  }

  private static Person grant(Agora agora, Person operator, Person second, String role) {
    Person person = agora.newcomer(role);
    String change =
        operator
            .api()
            .post(
                CHANGES,
                Map.of("email", person.email(), "role", role, "action", "GRANT", "reason", "test"))
            .must(202)
            .text("/id");
    second.api().post(CHANGES + "/" + change + "/approve", Map.of()).must(200);
    return again(agora, person);
  }

  /** A session carries the roles of the moment when it began. */
  private static Person again(Agora agora, Person person) {
    return Person.signIn(agora.anyone(), person.email(), Agora.PASSWORD);
  }
}
