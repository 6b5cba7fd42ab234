package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's five minutes, run word for word. */
@ExtendWith(RunningAgora.class)
class ReadmeTourIT {

  private static final Pattern TOUR =
      Pattern.compile("<!-- tour:start -->(.*)<!-- tour:end -->", Pattern.DOTALL);
  private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
  private static final long PATIENCE_SECONDS = 120;

  private final Agora agora;

  ReadmeTourIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void everyCommandOfTheTourWorks(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> blocks = blocks(Files.readString(ProjectFolder.find().resolve("README.md")));
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);
    Path script = folder.resolve("tour.sh");
    Path output = folder.resolve("tour.log");
    // As a reader pastes them: one shell for all blocks, and the first failure ends the tour.
    Files.writeString(script, "set -euo pipefail\n" + String.join("\n", blocks));
    ProcessBuilder bash =
        new ProcessBuilder("bash", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().put("AGORA_URL", agora.url().toString());
    Process tour = bash.start();
    try {
      boolean ended = tour.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(output, StandardCharsets.UTF_8);
      assertThat(ended).as("the tour ends in time; so far it said: %s", said).isTrue();
      assertThat(tour.exitValue()).as("%s", said).isZero();
    } finally {
      tour.destroyForcibly();
    }
  }

  static List<String> blocks(String readme) {
    Matcher tour = TOUR.matcher(readme);
    assertThat(tour.find()).as("the README marks its tour").isTrue();
    return BLOCK.matcher(tour.group(1)).results().map(block -> block.group(1)).toList();
  }
}
