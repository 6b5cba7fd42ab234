package dev.agora.endtoend;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs schemathesis against an address. */
final class Schemathesis {

  /** What the script says where the registry of Python can not be reached. */
  private static final int NOT_INSTALLED = 75;

  private static final Duration INSTALLATION = Duration.ofMinutes(5);
  private static final String FOLDER = "tests/end-to-end/src/test/resources/schemathesis/";

  private final Path root = ProjectFolder.find();
  private final URI url;
  private final String name;

  /** Against a gateway; the name is that of the report in target/. */
  Schemathesis(URI url, String name) {
    this.url = url;
    this.name = name;
  }

  /**
   * What it found.
   *
   * @param installed whether it ran at all
   * @param ok whether it found nothing
   */
  record Verdict(boolean installed, boolean ok, String said) {}

  /**
   * Tries operations as whoever holds the token, for so long.
   *
   * @param options of this run, besides those of all
   */
  Verdict run(List<String> operations, String bearer, Duration budget, List<String> options)
      throws IOException, InterruptedException {
    Path folder = root.resolve("tests/end-to-end/target/schemathesis");
    Files.createDirectories(folder);
    Path report = folder.resolve(name + ".txt");
    Process process =
        new ProcessBuilder(command(folder.resolve("venv"), operations, bearer, budget, options))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
    try {
      boolean ended =
          process.waitFor(budget.multipliedBy(3).plus(INSTALLATION).toSeconds(), TimeUnit.SECONDS);
      String said = Files.readString(report, StandardCharsets.UTF_8);
      int code = ended ? process.exitValue() : -1;
      return new Verdict(code != NOT_INSTALLED, code == 0, said);
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(
      Path venv, List<String> operations, String bearer, Duration budget, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add("bash");
    command.add(root.resolve(FOLDER + "run.sh").toString());
    command.add(venv.toString());
    command.add("--config-file");
    command.add(root.resolve(FOLDER + "schemathesis.toml").toString());
    command.addAll(List.of("run", url.resolve("/openapi.json").toString()));
    command.addAll(List.of("--checks", "all"));
    command.addAll(options);
    command.addAll(List.of("--max-time", Long.toString(budget.toSeconds()), "--no-color"));
    command.addAll(List.of("--request-timeout", "20"));
    command.addAll(List.of("--warnings", "off", "--no-shrink"));
    operations.forEach(id -> command.addAll(List.of("--include-operation-id", id)));
    if (!bearer.isEmpty()) {
      command.addAll(List.of("--header", "Authorization: Bearer " + bearer));
    }
    return command;
  }
}
