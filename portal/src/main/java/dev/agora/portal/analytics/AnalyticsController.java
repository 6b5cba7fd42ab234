package dev.agora.portal.analytics;

import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Analysis;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.Listed;
import dev.agora.portal.chart.BalanceLine;
import dev.agora.portal.chart.DailyBars;
import dev.agora.portal.chart.Forecast;
import dev.agora.portal.chart.MoneyFlow;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Names;
import dev.agora.portal.page.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where credits go and come from. */
@Controller
class AnalyticsController {

  private static final int ROWS = 100;
  private static final int DAYS_MAX = 90;
  private static final Duration BACK = Duration.ofDays(30);
  private static final int READINGS = 12;

  /** The same spending, summed in five ways. */
  private record Spending(
      Figure<Analysis> day,
      Figure<Analysis> agent,
      Figure<Analysis> kind,
      Figure<Analysis> counterparty,
      Figure<Analysis> stream) {

    /** What the API sums by, in the order of the components. */
    static final List<String> BY =
        List.of("day", "agent", "kind", "counterparty", "agent,counterparty");

    static Spending of(List<Figure<Analysis>> sums) {
      return new Spending(sums.get(0), sums.get(1), sums.get(2), sums.get(3), sums.get(4));
    }
  }

  private final AgentChoice choice;
  private final LedgerApi ledger;
  private final Figures figures;
  private final Together together;
  private final Clock clock;

  AnalyticsController(
      AgentChoice choice, LedgerApi ledger, Figures figures, Together together, Clock clock) {
    this.choice = choice;
    this.together = together;
    this.ledger = ledger;
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/portal/analytics")
  String analytics(
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(defaultValue = "30") int days,
      Model model) {
    LocalDate today = LocalDate.now(clock);
    LocalDate from = today.minusDays(Math.clamp(days, 1, DAYS_MAX) - 1L);
    String one = agent.isEmpty() ? null : agent;
    Figure<Listed<Agent>> agents = choice.agents();
    Names names = Names.of(agents.value());
    Spending spending = Spending.of(together.read(Spending.BY, by -> spending(one, from, by)));
    Figure<Analysis> earnings = earnings(one, from, "day");
    model.addAttribute("agents", agents);
    model.addAttribute("names", names);
    model.addAttribute("agent", agent);
    model.addAttribute("days", days);
    model.addAttribute("spending", spending.day());
    model.addAttribute("spendingChart", spending.day().map(DailyBars::of));
    model.addAttribute("earningsChart", earnings.map(DailyBars::of));
    model.addAttribute("byAgent", spending.agent().map(TopSums::of));
    model.addAttribute("byKind", spending.kind().map(TopSums::of));
    model.addAttribute("byCounterparty", spending.counterparty().map(TopSums::of));
    model.addAttribute("flow", spending.stream().map(found -> flow(found, names)));
    onlyOne(agents.value(), agent)
        .ifPresent(found -> model.addAttribute("balanceLine", balanceLine(found)));
    model.addAttribute(
        "forecast",
        spending(one, today.withDayOfMonth(1), "day").map(month -> Forecast.of(month, today)));
    return "analytics/analytics";
  }

  /** The chosen agent, or the only one there is: a balance is one agent's. */
  private static Optional<Agent> onlyOne(@Nullable Listed<Agent> agents, String chosen) {
    if (agents == null) {
      return Optional.empty();
    }
    return agents.items().stream()
        .filter(agent -> chosen.isEmpty() ? agents.items().size() == 1 : agent.id().equals(chosen))
        .findFirst();
  }

  /** What was available over the last thirty days, or since the agent began. */
  private Figure<BalanceLine> balanceLine(Agent agent) {
    Instant back = clock.instant().minus(BACK);
    Instant from = agent.createdAt().isAfter(back) ? agent.createdAt() : back;
    return figures
        .read(
            "balance history " + agent.id(),
            () -> ledger.balanceHistory(agent.id(), from.toString(), READINGS))
        .map(
            history ->
                BalanceLine.of(
                    history.items().stream()
                        .map(past -> new BalanceLine.Reading(past.at(), past.available()))
                        .toList()));
  }

  private static MoneyFlow flow(Analysis found, Names names) {
    return MoneyFlow.of(
        found.items().stream()
            .filter(item -> item.credits().isPositive())
            .map(
                item ->
                    new MoneyFlow.Payment(
                        names.of(item.agent()), names.of(item.counterparty()), item.credits()))
            .toList());
  }

  private Figure<Analysis> spending(@Nullable String agent, LocalDate from, String by) {
    String today = LocalDate.now(clock).toString();
    return figures.read(
        "spending " + agent + from + by,
        () -> ledger.spending(agent, from.toString(), today, by, ROWS));
  }

  private Figure<Analysis> earnings(@Nullable String agent, LocalDate from, String by) {
    String today = LocalDate.now(clock).toString();
    return figures.read(
        "earnings " + agent + from + by,
        () -> ledger.earnings(agent, from.toString(), today, by, ROWS));
  }
}
