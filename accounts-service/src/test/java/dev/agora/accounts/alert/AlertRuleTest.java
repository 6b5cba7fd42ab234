package dev.agora.accounts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.accounts.agent.AgentId;
import dev.agora.accounts.alert.AlertRule.Heard;
import dev.agora.accounts.human.HumanId;
import dev.agora.money.Credits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rule speaks, and when it keeps quiet. */
class AlertRuleTest {

  private static final HumanId HUMAN = new HumanId("hum_01939c5e7a4b7c3d8e9f0a1b2c3d4e01");
  private static final AgentId AGENT = new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e5f");
  private static final String NOON = "2026-11-22T12:00:00Z";

  private static AlertRule rule(AlertKind kind, String threshold) {
    return new AlertRule(
        "alr_01939c5e7a4b7c3d8e9f0a1b2c3d4e02",
        HUMAN,
        AGENT,
        kind,
        Credits.parse(threshold),
        true,
        false,
        false,
        null,
        0,
        Instant.parse(NOON));
  }

  private static AgentFigures figures(String available, String today, String month, long version) {
    return at(NOON, available, today, month, version);
  }

  private static AgentFigures at(
      String when, String available, String today, String month, long version) {
    return new AgentFigures(
        AGENT,
        Credits.parse(available),
        Credits.parse(today),
        Credits.parse(month),
        version,
        Instant.parse(when));
  }

  /** The figures of which the rule spoke. */
  private static List<String> spoken(AlertRule first, List<AgentFigures> news) {
    List<String> spoken = new ArrayList<>();
    AlertRule rule = first;
    for (AgentFigures figures : news) {
      Heard heard = rule.hear(figures);
      if (heard.speaks() != null) {
        spoken.add(heard.speaks().toString());
      }
      rule = heard.rule();
    }
    return spoken;
  }

  /** The regression that other systems had. */
  @Test
  void anAlertDoesNotFireOnEveryTransactionWhileBelowItsThreshold() {
    List<AgentFigures> news = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      news.add(figures(String.valueOf(120 - i), "0", "0", i + 1L));
    }

    assertThat(spoken(rule(AlertKind.LOW_BALANCE, "100"), news)).containsExactly("99");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # balances in turn,        spoken of
          100 99.999999,             99.999999
          99 100 99 100 99,          99
          99 109.999999 99,          99
          99 110 99,                 99 99
          0 0 0 1000 0,              0 0
          100 110 1000,              ''
          """)
  void aBalanceSpeaksAgainOnceItHasBeenATenthAbove(String balances, String expected) {
    List<AgentFigures> news = new ArrayList<>();
    for (String balance : balances.split(" ", -1)) {
      news.add(figures(balance, "0", "0", news.size() + 1L));
    }

    assertThat(String.join(" ", spoken(rule(AlertKind.LOW_BALANCE, "100"), news)))
        .isEqualTo(expected);
  }

  @Test
  void spendingSpeaksOnceADayAndAgainTheNext() {
    List<AgentFigures> news =
        List.of(
            at("2026-11-22T09:00:00Z", "0", "49", "49", 1),
            at("2026-11-22T10:00:00Z", "0", "50", "50", 2),
            at("2026-11-22T23:59:59.999999Z", "0", "90", "90", 3),
            at("2026-11-23T00:00:00Z", "0", "10", "100", 4),
            at("2026-11-23T01:00:00Z", "0", "60", "150", 5),
            at("2026-11-23T02:00:00Z", "0", "70", "160", 6));

    assertThat(spoken(rule(AlertKind.SPENT_TODAY, "50"), news)).containsExactly("50", "60");
  }

  @Test
  void spendingOfAMonthSpeaksOnceAMonth() {
    List<AgentFigures> news =
        List.of(
            at("2026-11-01T00:00:00Z", "0", "500", "500", 1),
            at("2026-11-30T23:59:59Z", "0", "500", "900", 2),
            at("2026-12-01T00:00:00Z", "0", "1", "1", 3),
            at("2026-12-31T00:00:00Z", "0", "1", "500", 4));

    assertThat(spoken(rule(AlertKind.SPENT_THIS_MONTH, "500"), news)).containsExactly("500", "500");
  }

  @Test
  void whatComesLateOrAgainChangesNothing() {
    AlertRule rule = rule(AlertKind.LOW_BALANCE, "100").hear(figures("200", "0", "0", 7)).rule();

    assertThat(rule.hear(figures("5", "0", "0", 6))).isEqualTo(new Heard(rule, null));
    assertThat(rule.hear(figures("5", "0", "0", 7))).isEqualTo(new Heard(rule, null));
    assertThat(rule.hear(figures("5", "0", "0", 8)).speaks()).isEqualTo(Credits.of(5));
  }

  @Test
  void anotherThresholdMayBeCrossedAnew() {
    AlertRule spoken = rule(AlertKind.LOW_BALANCE, "100").hear(figures("50", "0", "0", 1)).rule();

    assertThat(spoken.changed(Credits.of(100), false, true).hear(figures("40", "0", "0", 2)))
        .extracting(Heard::speaks)
        .isNull();
    assertThat(spoken.changed(Credits.of(60), true, true).hear(figures("40", "0", "0", 2)))
        .extracting(Heard::speaks)
        .isEqualTo(Credits.of(40));
  }

  @Test
  void aRuleThatHasSpokenSaysSoWhileItIsSilent() {
    LocalDate today = LocalDate.parse("2026-11-22");
    AlertRule low = rule(AlertKind.LOW_BALANCE, "100").hear(figures("50", "0", "0", 1)).rule();
    AlertRule day = rule(AlertKind.SPENT_TODAY, "1").hear(figures("50", "2", "2", 1)).rule();
    AlertRule month = rule(AlertKind.SPENT_THIS_MONTH, "1").hear(figures("5", "2", "2", 1)).rule();

    assertThat(low.isSilent(today.plusYears(1))).isTrue();
    assertThat(day.isSilent(today)).isTrue();
    assertThat(day.isSilent(today.plusDays(1))).isFalse();
    assertThat(month.isSilent(today.plusDays(8))).isTrue();
    assertThat(month.isSilent(today.plusDays(9))).isFalse();
  }

  @Test
  void theLargestThresholdIsNoOverflow() {
    AlertRule silent =
        rule(AlertKind.LOW_BALANCE, "1000000000000").hear(figures("5", "0", "0", 1)).rule();

    assertThat(silent.hear(figures("1000000000000", "0", "0", 2)).rule().silent()).isTrue();
  }
}
