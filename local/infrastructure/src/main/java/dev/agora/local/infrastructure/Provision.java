package dev.agora.local.infrastructure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the databases and topics of the services on servers that somebody else has started, such as
 * the containers of docker-compose.yml. What is there already stays.
 */
public final class Provision {
  private static final int MOST_PARTITIONS = 3;

  private Provision() {}

  /**
   * Takes what to do from the environment: {@code PROVISION_POSTGRES_URL}, {@code
   * PROVISION_POSTGRES_PASSWORD}, {@code PROVISION_DATABASES} (names with a space between them, the
   * password of each in {@code PROVISION_PASSWORD_<NAME>}), {@code PROVISION_KAFKA} (bootstrap
   * servers) and {@code PROVISION_TOPICS} (a copy of contracts/topics.json).
   *
   * @throws InfrastructureException when a server does not answer or refuses
   * @throws IllegalArgumentException naming the variable that is missing
   */
  public static void main(String[] arguments) {
    run(System.getenv());
  }

  static void run(Map<String, String> environment) {
    Function<String, String> required = name -> required(environment, name);
    Databases databases =
        new Databases(
            new Database(
                required.apply("PROVISION_POSTGRES_URL"),
                "postgres",
                required.apply("PROVISION_POSTGRES_PASSWORD")));
    String[] names = required.apply("PROVISION_DATABASES").split(" ", -1);
    Arrays.stream(names)
        .forEach(
            name ->
                databases.create(
                    name, required.apply("PROVISION_PASSWORD_" + name.toUpperCase(Locale.ROOT))));
    Topics.create(
        required.apply("PROVISION_KAFKA"),
        TopicCatalogue.read(Path.of(required.apply("PROVISION_TOPICS"))),
        MOST_PARTITIONS);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is missing.");
    }
    return value;
  }
}
