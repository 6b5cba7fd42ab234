package dev.agora.portal.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopSumsTest {

  private static Analysis of(int rows) {
    LocalDate day = LocalDate.parse("2026-11-01");
    List<Analysis.Item> items =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    new Analysis.Item(
                        "kind " + i, null, null, "x", null, Credits.of(i), Credits.ZERO, 1))
            .toList();
    Analysis.Totals totals =
        new Analysis.Totals(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);
    return new Analysis(day, day, items, null, totals);
  }

  @Test
  void theLargestComeFirstAndTheOthersAreLeftOut() {
    TopSums top = TopSums.of(of(20));

    assertThat(top.rows()).hasSize(10);
    assertThat(top.rows().getFirst().item().credits()).isEqualTo(Credits.of(20));
    assertThat(top.rows()).extracting(TopSums.Row::share).startsWith(100L, 95L).endsWith(55L);
    assertThat(top.all()).isFalse();
  }

  @Test
  void aFewAreAll() {
    assertThat(TopSums.of(of(3)).all()).isTrue();
    assertThat(TopSums.of(of(0)).rows()).isEmpty();
  }
}
