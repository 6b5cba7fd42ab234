package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code ./agora ops}, as an operator types it. */
final class OpsProgram {

  private static final long PATIENCE_SECONDS = 60;

  private OpsProgram() {}

  /** What it ended with, and what it said. */
  record Ran(int code, String output) {

    JsonNode json() {
      return JsonMapper.shared().readTree(output);
    }
  }

  /**
   * Runs it to its end.
   *
   * @param folder where it may leave what it says
   */
  static Ran run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./agora", "ops"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("said.txt");
    ProcessBuilder ops =
        new ProcessBuilder(command)
            .directory(ProjectFolder.find().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    ops.environment().putAll(environment);
    Process process = ops.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ran(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }
}
