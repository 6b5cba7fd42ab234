package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's five minutes, and the quick start of the API's document, run word for word. */
@ExtendWith(RunningAgora.class)
class ReadmeTourIT {

  private static final Pattern TOUR =
      Pattern.compile("<!-- tour:start -->(.*)<!-- tour:end -->", Pattern.DOTALL);

  private final Agora agora;

  ReadmeTourIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void everyCommandOfTheTourWorks(@TempDir Path folder) throws IOException, InterruptedException {
    List<String> blocks = blocks(Files.readString(ProjectFolder.find().resolve("README.md")));
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(3);

    Shell.run(blocks, agora, folder);
  }

  @Test
  void everyCommandOfTheDocumentsQuickStartWorks(@TempDir Path folder)
      throws IOException, InterruptedException {
    String page = agora.anyone().get("/openapi.json").must(200).text("/info/description");
    List<String> blocks = Shell.blocks(page);
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(6);

    Shell.run(blocks, agora, folder);
  }

  private static List<String> blocks(String readme) {
    Matcher tour = TOUR.matcher(readme);
    assertThat(tour.find()).as("the README marks its tour").isTrue();
    return Shell.blocks(tour.group(1));
  }
}
