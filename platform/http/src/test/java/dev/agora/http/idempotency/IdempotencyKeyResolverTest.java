package dev.agora.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyResolverTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "~!-_./:", "0f1e6c1a-6b0e-4e52-9c67-6f1b0d6f7a11"})
  void a_visible_key_is_taken_as_it_is(String key) {
    assertThat(IdempotencyKeyResolver.keyOf(List.of(key))).isEqualTo(key);
  }

  @Test
  void a_key_may_have_255_characters() {
    assertThat(IdempotencyKeyResolver.keyOf(List.of("k".repeat(255)))).hasSize(255);
    assertRefused(CommonProblem.IDEMPOTENCY_KEY_INVALID, "k".repeat(256));
  }

  @Test
  void a_request_without_a_key_is_told_to_send_one() {
    assertRefused(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
    assertRefused(CommonProblem.IDEMPOTENCY_KEY_REQUIRED, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", " a", "ä", "\u0000", "a\u007f", "\u0663"})
  void an_invisible_or_foreign_character_is_refused(String key) {
    assertRefused(CommonProblem.IDEMPOTENCY_KEY_INVALID, key);
  }

  @Test
  void two_keys_are_refused() {
    assertRefused(CommonProblem.IDEMPOTENCY_KEY_INVALID, "a", "b");
  }

  private static void assertRefused(CommonProblem code, String... sent) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> IdempotencyKeyResolver.keyOf(List.of(sent)))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }
}
