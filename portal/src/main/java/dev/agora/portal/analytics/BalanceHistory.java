package dev.agora.portal.analytics;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.chart.BalanceLine;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was available to an agent over the last thirty days, or since it began. */
@Component
class BalanceHistory {

  private static final Duration BACK = Duration.ofDays(30);
  private static final int READINGS = 12;

  private final LedgerApi ledger;
  private final Figures figures;
  private final Clock clock;

  BalanceHistory(LedgerApi ledger, Figures figures, Clock clock) {
    this.ledger = ledger;
    this.figures = figures;
    this.clock = clock;
  }

  Figure<BalanceLine> of(Agent agent) {
    return figures.read("balance line " + agent.id(), () -> read(agent));
  }

  private BalanceLine read(Agent agent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant back = now.minus(BACK);
    Instant first = agent.createdAt().isAfter(back) ? agent.createdAt() : back;
    List<BalanceLine.Reading> readings = new ArrayList<>();
    for (int i = 0; i < READINGS - 1; i++) {
      Instant at = first.plus(Duration.between(first, now).multipliedBy(i).dividedBy(READINGS - 1));
      readings.add(
          new BalanceLine.Reading(at, ledger.balanceAt(agent.id(), at.toString()).available()));
    }
    readings.add(new BalanceLine.Reading(now, ledger.balance(agent.id()).available()));
    return BalanceLine.of(readings);
  }
}
