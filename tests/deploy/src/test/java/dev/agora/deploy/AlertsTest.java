package dev.agora.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is woken finds a page that says what to do, and no alert is there that nobody tried. */
class AlertsTest {

  private static final List<String> HEADINGS =
      List.of("## What it means", "## How to look", "## How to mend", "## When to wake somebody");

  @Test
  void everyAlertHasItsRunbookAndEveryRunbookItsAlert() {
    List<String> pages =
        Alert.files(Alert.ROOT.resolve("docs/runbooks")).stream()
            .map(page -> Alert.ROOT.relativize(page).toString())
            .toList();

    assertThat(Alert.all())
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.severity()).isIn("page", "ticket"))
        .extracting(Alert::runbook)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(pages);
  }

  @Test
  void everyRunbookSaysWhatItMeansAndWhatToDo() {
    assertThat(Alert.all())
        .allSatisfy(
            alert ->
                assertThat(Alert.text(Alert.ROOT.resolve(alert.runbook())))
                    .as(alert.name())
                    .contains(HEADINGS)
                    .contains("Severity: " + alert.severity()));
  }

  @Test
  void theListOfRunbooksHasAllOfThem() {
    String list = Alert.text(Alert.ROOT.resolve("docs/runbooks.md"));

    assertThat(Alert.all())
        .allSatisfy(
            alert -> assertThat(list).contains(alert.runbook().substring("docs/".length())));
  }

  @Test
  void everyAlertIsTriedOnceFiringAndOnceSilent() {
    String tests =
        String.join("\n", Alert.files(Alert.RULE_TESTS).stream().map(Alert::text).toList());

    assertThat(Alert.all())
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .contains("name: " + alert.name() + " fires")
                    .contains("name: " + alert.name() + " is silent"));
  }

  @Test
  void thePrometheusThatReadsThemAgrees() throws IOException, InterruptedException {
    assumeTrue(
        isInstalled(),
        "skipped: promtool is not installed; `./agora test` installs the package prometheus where"
            + " it may");

    assertPasses("check", "rules", Alert.RULES);
    assertPasses("test", "rules", Alert.RULE_TESTS);
  }

  private static void assertPasses(String verb, String what, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("promtool", verb, what));
    Alert.files(folder).forEach(file -> command.add(file.toString()));
    Process promtool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as("%s", said).isZero();
  }

  private static boolean isInstalled() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
