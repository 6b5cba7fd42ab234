package dev.agora.architecture.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code is explained, with its cause and what helps, where its {@code type} points. */
class ProblemPagesTest {

  @Test
  void the_committed_page_is_what_the_enums_say() {
    Generated.check("docs/problems.md", ProblemPages.markdown());
  }

  @Test
  void the_gateways_page_is_what_the_enums_say() {
    Generated.check("gateway/src/main/resources/apidocs/problems.html", ProblemPages.html());
  }

  @Test
  void every_code_has_help_and_help_is_for_a_code() {
    assertThat(ProblemPages.help().keySet()).isEqualTo(Codes.byName().keySet());
  }

  @Test
  void a_code_means_the_same_in_every_enum() {
    assertThat(
            Codes.all().stream()
                .collect(
                    Collectors.groupingBy(
                        Codes.Code::name,
                        Collectors.mapping(
                            code -> code.status() + " " + code.retryable(), Collectors.toSet())))
                .values())
        .isNotEmpty()
        .allMatch(meanings -> meanings.size() == 1);
  }

  @Test
  void every_enum_has_a_section() {
    assertThat(Codes.all()).allMatch(ProblemPages::hasSectionFor);
  }
}
