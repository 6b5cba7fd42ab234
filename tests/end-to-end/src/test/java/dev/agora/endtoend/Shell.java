package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A page's commands, run as a reader pastes them. */
final class Shell {

  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
  private static final long PATIENCE_SECONDS = 120;

  private Shell() {}

  /** The commands of a page, block by block. */
  static List<String> blocks(String page) {
    return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
  }

  /** Runs them in one shell; the first failure ends it, and fails the test. */
  static void run(List<String> blocks, Agora agora, Path folder)
      throws IOException, InterruptedException {
    Path script = folder.resolve("page.sh");
    Path output = folder.resolve("page.log");
    Files.writeString(script, "set -euo pipefail\n" + String.join("\n", blocks));
    ProcessBuilder bash =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().put("AGORA_URL", agora.url().toString());
    Process shell = bash.start();
    try {
      boolean ended = shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(ended).as("the page ends in time; so far it said: %s", said).isTrue();
      assertThat(shell.exitValue()).as("%s", said).isZero();
    } finally {
      shell.destroyForcibly();
    }
  }
}
