package dev.agora.architecture.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rule 2, in words: messaging speaks of messages and sagas, and of nothing that is traded. */
class TechnicalWordsTest {

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  private static final Pattern BUSINESS =
      Pattern.compile(
          "(?i)\\b\\w*(agent|credits?|purchase|conversion|payout|ledger|billing|marketplace|stripe"
              + "|human|wallet)\\w*\\b");

  @Test
  void messaging_has_no_word_of_the_business() {
    assertThat(Project.javaFiles())
        .filteredOn(file -> file.path().startsWith("platform/messaging/src/main/"))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(
                        BUSINESS
                            .matcher(COMMENT.matcher(file.text()).replaceAll(""))
                            .results()
                            .map(MatchResult::group))
                    .as(file.path())
                    .isEmpty());
  }
}
