package dev.agora.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestResolverTest {

  @Test
  void the_first_page_has_20_items() {
    assertThat(PageRequestResolver.read(null, null)).isEqualTo(new PageRequest(20, null));
  }

  @Test
  void limit_and_cursor_are_read() {
    assertThat(PageRequestResolver.read("100", Cursor.encode("txn_7")))
        .isEqualTo(new PageRequest(100, "txn_7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "1000", "1.5", "", " 1", "+1", "٣", "1e1", "many"})
  void a_limit_outside_1_to_100_is_refused(String limit) {
    assertRefused(limit, null, "?limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AA==AA", "AAAA", "Cg"})
  void a_cursor_that_nobody_handed_out_is_refused(String cursor) {
    assertRefused(null, cursor, "?cursor");
  }

  @Test
  void an_endless_cursor_is_refused() {
    assertRefused(null, "A".repeat(1_001), "?cursor");
  }

  @Test
  void pages_end_where_the_list_ends() {
    PageRequest two = new PageRequest(2, null);

    assertThat(two.pageOf(numbers(two.fetchLimit()), String::valueOf))
        .isEqualTo(new Page<>(List.of(0, 1), Cursor.encode("1")));
    assertThat(two.pageOf(numbers(2), String::valueOf)).isEqualTo(new Page<>(List.of(0, 1), null));
    assertThat(two.pageOf(numbers(0), String::valueOf)).isEqualTo(new Page<>(List.of(), null));
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static void assertRefused(
      @Nullable String limit, @Nullable String cursor, String pointer) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PageRequestResolver.read(limit, cursor))
        .satisfies(
            refused -> {
              assertThat(refused.problem().code().status()).isEqualTo(422);
              assertThat(refused.problem().errors())
                  .extracting(Problem.FieldError::pointer)
                  .containsExactly(pointer);
            });
  }
}
