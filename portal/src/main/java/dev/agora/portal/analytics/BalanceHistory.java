package dev.agora.portal.analytics;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.chart.BalanceLine;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What was available to an agent over the last thirty days, or since it began. */
@Component
class BalanceHistory {

  private static final Duration BACK = Duration.ofDays(30);
  private static final int READINGS = 12;

  private final LedgerApi ledger;
  private final Figures figures;
  private final Together together;
  private final Clock clock;

  BalanceHistory(LedgerApi ledger, Figures figures, Together together, Clock clock) {
    this.together = together;
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
    Duration step = Duration.between(first, now).dividedBy(READINGS - 1);
    List<Instant> moments =
        IntStream.range(0, READINGS - 1).mapToObj(i -> first.plus(step.multipliedBy(i))).toList();
    List<BalanceLine.Reading> readings =
        new ArrayList<>(together.read(moments, at -> reading(agent, at)));
    readings.add(new BalanceLine.Reading(now, ledger.balance(agent.id()).available()));
    return BalanceLine.of(readings);
  }

  private BalanceLine.Reading reading(Agent agent, Instant at) {
    return new BalanceLine.Reading(at, ledger.balanceAt(agent.id(), at.toString()).available());
  }
}
