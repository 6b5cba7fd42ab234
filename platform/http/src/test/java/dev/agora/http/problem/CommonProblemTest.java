package dev.agora.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommonProblemTest {

  @ParameterizedTest
  @EnumSource
  void every_reason_has_a_status_a_title_and_a_code(CommonProblem problem) {
    assertThat(problem.status()).isBetween(400, 599);
    assertThat(problem.title()).endsWith(".");
    assertThat(problem.code()).matches("[a-z_]+");
  }

  @ParameterizedTest
  @EnumSource
  void a_reason_that_passes_says_when_to_come_back(CommonProblem problem) {
    assertThat(Problems.headersOf(problem).containsHeader("Retry-After"))
        .isEqualTo(problem.retryable());
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHENTICATION_REQUIRED", "INVALID_TOKEN", "SCOPE_MISSING"})
  void a_missing_or_weak_credential_is_challenged(CommonProblem problem) {
    assertThat(Problems.headersOf(problem).getFirst("WWW-Authenticate")).startsWith("Bearer");
  }
}
