package dev.agora.ledger.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.ProblemException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ,           ,            2026-10-24, 2026-11-22
          2026-11-01, ,            2026-11-01, 2026-11-22
          ,           2026-03-01,  2026-01-31, 2026-03-01
          2026-11-22, 2026-11-22,  2026-11-22, 2026-11-22
          2025-11-22, ,            2025-11-22, 2026-11-22
          2027-01-01, 2027-12-31,  2027-01-01, 2027-12-31
          """)
  void thirtyDaysAreThePeriodUnlessAnotherIsAskedFor(
      @Nullable String from, @Nullable String to, LocalDate first, LocalDate last) {
    assertThat(Parameters.period(from, to, TODAY)).isEqualTo(new Period(first, last));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-11-23, ,            ?from
          2026-11-02, 2026-11-01,  ?from
          2025-11-21, ,            ?from
          yesterday,  ,            ?from
          2026-02-30, ,            ?from
          2026-1-1,   ,            ?from
          1999-12-31, 2000-01-01,  ?from
          ,           2026-13-01,  ?to
          ,           9999-01-01,  ?to
          ,           20261122,    ?to
          ,           +2026-11-22, ?to
          ,           ٢٠٢٦-11-22,  ?to
          ,           '',          ?to
          """)
  void aWrongDayIsNamed(@Nullable String from, @Nullable String to, String pointer) {
    assertThat(refused(() -> Parameters.period(from, to, TODAY))).isEqualTo(pointer);
  }

  @Test
  void sumsAreByDayUnlessAskedForOtherwise() {
    assertThat(Parameters.by(null)).containsExactly(Dimension.DAY);
    assertThat(Parameters.by(List.of("counterparty", "kind", "day", "agent")))
        .containsExactly(Dimension.COUNTERPARTY, Dimension.KIND, Dimension.DAY, Dimension.AGENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "month", "DAY", "day,day", "day,", "agent;day", "1=1"})
  void whatNothingIsSummedByIsNamed(String names) {
    assertThat(refused(() -> Parameters.by(Arrays.asList(names.split(",", -1))))).isEqualTo("?by");
    assertThat(refused(() -> Parameters.by(List.of()))).isEqualTo("?by");
  }

  @Test
  void aCursorHasAValueForEachDimension() {
    List<Dimension> by = List.of(Dimension.AGENT, Dimension.DAY);
    List<String> group = List.of("agt_1", "2026-11-22");

    assertThat(Parameters.after(new PageRequest(1, null), by)).isEmpty();
    assertThat(Parameters.after(new PageRequest(1, Parameters.positionOf(group)), by))
        .isEqualTo(group);
    assertThat(refused(() -> Parameters.after(new PageRequest(1, "agt_1"), by)))
        .isEqualTo("?cursor");
  }

  private static String refused(ThrowingCallable call) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, call);
    assertThat(refused).isNotNull();
    Problem problem = refused.problem();
    assertThat(problem.code().status()).isEqualTo(422);
    return problem.errors().getFirst().pointer();
  }
}
