package dev.agora.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import dev.agora.architecture.project.SourceFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of proofs promises no test that is not there. */
class ProofsPageTest {

  private static final String PAGE = Project.read(Project.root().resolve("docs/proofs.md"));
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))#(\\w+)`");
  private static final Pattern ENTRY = Pattern.compile("(?m)^\\| [^|]+ \\| (`\\w+#[^|]*) \\|$");

  /** goals.md has fourteen entries and one more of alerts, which the ledger has none of. */
  private static final int ENTRIES = 14;

  @Test
  void every_test_that_it_names_exists() {
    List<MatchResult> named = TEST.matcher(PAGE).results().toList();

    assertThat(named).isNotEmpty().allMatch(ProofsPageTest::exists);
  }

  @Test
  void every_entry_of_the_regression_list_has_a_test() {
    assertThat(ENTRY.matcher(PAGE).results()).hasSize(ENTRIES);
  }

  private static boolean exists(MatchResult test) {
    return Project.javaFiles().stream()
        .filter(file -> file.path().endsWith("/" + test.group(1) + ".java"))
        .map(SourceFile::text)
        .anyMatch(text -> text.contains("void " + test.group(2) + "("));
  }
}
