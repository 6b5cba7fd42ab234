package dev.agora.portal.analytics;

import dev.agora.money.Credits;
import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.Analysis;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where credits go and come from. */
@Controller
class AnalyticsController {

  private static final int AGENTS_MAX = 100;
  private static final int ROWS = 100;
  private static final int TOP = 10;
  private static final int DAYS_MAX = 90;

  private final AccountsApi accounts;
  private final LedgerApi ledger;
  private final Figures figures;
  private final Clock clock;

  AnalyticsController(AccountsApi accounts, LedgerApi ledger, Figures figures, Clock clock) {
    this.accounts = accounts;
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
    Figure<Analysis> spending = spending(one, from, "day", ROWS);
    Figure<Analysis> earnings = earnings(one, from, "day", ROWS);
    model.addAttribute(
        "agents", figures.read("all agents", () -> accounts.agents(AGENTS_MAX, null)));
    model.addAttribute("agent", agent);
    model.addAttribute("days", days);
    model.addAttribute("spending", spending);
    model.addAttribute("earnings", earnings);
    model.addAttribute("spendingChart", chart(spending));
    model.addAttribute("earningsChart", chart(earnings));
    model.addAttribute("byAgent", spending(one, from, "agent", TOP));
    model.addAttribute("byCounterparty", spending(one, from, "counterparty", TOP));
    model.addAttribute("byKind", spending(one, from, "kind", TOP));
    model.addAttribute("forecast", forecast(spending(one, today.withDayOfMonth(1), "day", ROWS)));
    return "analytics/analytics";
  }

  /** This month's spending if it goes on as it did; null if it is not known. */
  private @Nullable Credits forecast(Figure<Analysis> month) {
    Analysis spent = month.value();
    if (spent == null) {
      return null;
    }
    LocalDate today = LocalDate.now(clock);
    long soFar = spent.totals().spending().micros() / today.getDayOfMonth();
    long whole = Math.multiplyExact(soFar, today.lengthOfMonth());
    // An estimate in whole credits: more digits would promise too much.
    return Credits.ofMicros(whole - whole % Credits.MICROS_PER_CREDIT);
  }

  private Figure<Analysis> spending(@Nullable String agent, LocalDate from, String by, int rows) {
    String today = LocalDate.now(clock).toString();
    return figures.read(
        "spending " + agent + from + by,
        () -> ledger.spending(agent, from.toString(), today, by, rows));
  }

  private Figure<Analysis> earnings(@Nullable String agent, LocalDate from, String by, int rows) {
    String today = LocalDate.now(clock).toString();
    return figures.read(
        "earnings " + agent + from + by,
        () -> ledger.earnings(agent, from.toString(), today, by, rows));
  }

  private static @Nullable Chart chart(Figure<Analysis> figure) {
    Analysis analysis = figure.value();
    return analysis == null ? null : Chart.of(analysis);
  }
}
