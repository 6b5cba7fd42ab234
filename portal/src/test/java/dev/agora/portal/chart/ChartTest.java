package dev.agora.portal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.money.Credits;
import dev.agora.portal.api.Analysis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

  private static Analysis days(LocalDate last, Analysis.Item... items) {
    Analysis.Totals totals =
        new Analysis.Totals(Credits.ZERO, Credits.ZERO, Credits.ZERO, Credits.ZERO);
    return new Analysis(FIRST, last, List.of(items), null, totals);
  }

  private static Analysis.Item on(String day, String credits) {
    return new Analysis.Item(day, null, day, null, null, Credits.parse(credits), Credits.ZERO, 1);
  }

  @Test
  void theHighestDayFillsTheDrawingAndADayWithoutAnythingHasNoHeight() {
    DailyBars chart =
        DailyBars.of(days(FIRST.plusDays(2), on("2026-11-01", "50"), on("2026-11-03", "100")));

    assertThat(chart.bars()).extracting(DailyBars.Bar::height).containsExactly(80L, 0L, 160L);
    assertThat(chart.bars()).extracting(DailyBars.Bar::x).containsExactly(0L, 200L, 400L);
    assertThat(chart.highest()).isEqualTo(Credits.of(100));
  }

  @Test
  void withoutAnyFiguresAllBarsAreFlat() {
    assertThat(DailyBars.of(days(FIRST.plusDays(6))).bars())
        .hasSize(7)
        .allSatisfy(bar -> assertThat(bar.height()).isZero());
  }

  @Test
  void aMonthGoesOnAsItsDaysWere() {
    Forecast forecast =
        Forecast.of(
            days(FIRST.plusDays(9), on("2026-11-02", "10"), on("2026-11-10", "90")),
            LocalDate.parse("2026-11-10"));

    assertThat(forecast.soFar()).isEqualTo(Credits.of(100));
    assertThat(forecast.atEnd()).isEqualTo(Credits.of(300));
    assertThat(forecast.days()).hasSize(10);
    assertThat(forecast.lastDay()).isEqualTo("2026-11-30");
    assertThat(forecast.guess()).isEqualTo("186,107 600,0");
  }

  @Test
  void aMonthWithoutSpendingEndsWhereItBegan() {
    Forecast forecast = Forecast.of(days(FIRST), FIRST);

    assertThat(forecast.atEnd()).isEqualTo(Credits.ZERO);
    assertThat(forecast.line()).isEqualTo("0,160");
    assertThat(forecast.guess()).isEqualTo("0,160 600,160");
  }

  @Test
  void balancesAreALineFromTheOldestToTheNewest() {
    Instant start = Instant.parse("2026-11-01T00:00:00Z");
    BalanceLine line =
        BalanceLine.of(
            List.of(
                new BalanceLine.Reading(start, Credits.ZERO),
                new BalanceLine.Reading(start.plus(Duration.ofDays(1)), Credits.of(40)),
                new BalanceLine.Reading(start.plus(Duration.ofDays(2)), Credits.of(20))));

    assertThat(line.line()).isEqualTo("0,160 300,0 600,80");
    assertThat(line.area()).isEqualTo("0,160 0,160 300,0 600,80 600,160");
  }

  @Test
  void whoPaysMoreHasTheWiderRibbon() {
    MoneyFlow flow =
        MoneyFlow.of(
            List.of(
                new MoneyFlow.Payment("Ada", "Writer", Credits.of(30)),
                new MoneyFlow.Payment("Ada", "Reader", Credits.of(10)),
                new MoneyFlow.Payment("Bob", "Writer", Credits.of(10))));

    assertThat(flow.payers()).extracting(MoneyFlow.Node::name).containsExactly("Ada", "Bob");
    assertThat(flow.payees()).extracting(MoneyFlow.Node::name).containsExactly("Writer", "Reader");
    assertThat(flow.rows()).isEqualTo(2);
    assertThat(flow.height()).isEqualTo(96);
    assertThat(flow.ribbons().getFirst().path())
        .isEqualTo("M0,4.0 C100,4.0 100,4.0 200,4.0 L200,34.0 C100,34.0 100,34.0 0,34.0 Z");
  }

  @Test
  void onlyTheLargestAreDrawn() {
    List<MoneyFlow.Payment> many =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> new MoneyFlow.Payment("Ada", "payee " + i, Credits.of(i)))
            .toList();

    assertThat(MoneyFlow.of(many).payees())
        .extracting(MoneyFlow.Node::name)
        .containsExactly("payee 20", "payee 19", "payee 18", "payee 17", "payee 16", "payee 15");
  }
}
