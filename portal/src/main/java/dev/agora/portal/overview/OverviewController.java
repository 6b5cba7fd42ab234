package dev.agora.portal.overview;

import dev.agora.money.Credits;
import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Analysis;
import dev.agora.portal.api.Conversion;
import dev.agora.portal.api.Funds;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.Listed;
import dev.agora.portal.api.Movement;
import dev.agora.portal.api.PayoutApi;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.AgentFunds;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Names;
import dev.agora.portal.page.OwnFunds;
import dev.agora.portal.page.Together;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page. */
@Controller
class OverviewController {

  private static final int AGENTS_MAX = 20;
  private static final int AGENTS_LISTENED_TO = 5;
  private static final int MOVEMENTS = 10;
  private static final int CONVERSIONS = 50;
  private static final int DAYS = 7;
  private static final Credits LOW = Credits.of(10);

  /** One line of the newest movements of all agents. */
  public record Moved(Agent agent, Movement movement) {}

  private final AgentChoice choice;
  private final OwnFunds funds;
  private final LedgerApi ledger;
  private final PayoutApi payouts;
  private final Figures figures;
  private final Together together;
  private final Clock clock;

  OverviewController(
      AgentChoice choice,
      OwnFunds funds,
      LedgerApi ledger,
      PayoutApi payouts,
      Figures figures,
      Together together,
      Clock clock) {
    this.payouts = payouts;
    this.together = together;
    this.choice = choice;
    this.funds = funds;
    this.ledger = ledger;
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/portal/overview")
  String overview(Model model) {
    Figure<Listed<Agent>> agents = choice.agents();
    Listed<Agent> list = agents.value();
    List<Agent> open =
        list == null ? List.of() : list.items().stream().filter(a -> !a.isClosed()).toList();
    List<Agent> shown = open.stream().limit(AGENTS_MAX).toList();
    List<AgentFunds> cards = funds.of(shown);
    LocalDate today = LocalDate.now(clock);
    Figure<Analysis> week =
        figures.read(
            "spending-week",
            () ->
                ledger.spending(
                    null, today.minusDays(DAYS - 1).toString(), today.toString(), "day", DAYS));
    Analysis spending = week.value();
    model.addAttribute("agents", agents);
    model.addAttribute("names", Names.of(list));
    model.addAttribute("approvals", approvals());
    model.addAttribute("more", open.size() > AGENTS_MAX);
    model.addAttribute("week", week);
    model.addAttribute(
        "overview",
        Overview.of(cards, spending == null ? null : spending.totals().spending(), DAYS));
    model.addAttribute("low", cards.stream().filter(OverviewController::isLow).toList());
    model.addAttribute("near", cards.stream().filter(OverviewController::isNearLimit).toList());
    model.addAttribute("movements", movements(shown));
    return "overview";
  }

  /** Those of the newest conversions that wait for their owner; none while that part is down. */
  private List<Conversion> approvals() {
    Listed<Conversion> newest =
        figures.read("newest conversions", () -> payouts.conversions(CONVERSIONS, null)).value();
    return newest == null
        ? List.of()
        : newest.items().stream().filter(Conversion::isForOwner).toList();
  }

  private static boolean isLow(AgentFunds card) {
    Funds funds = card.funds().value();
    return funds != null && funds.balance().available().compareTo(LOW) < 0;
  }

  /** Whether four fifths of a day's or a month's limit are used up. */
  private static boolean isNearLimit(AgentFunds card) {
    Funds funds = card.funds().value();
    return funds != null
        && (isNear(funds.spending().spentToday(), funds.spending().daily())
            || isNear(funds.spending().spentThisMonth(), funds.spending().monthly()));
  }

  private static boolean isNear(Credits spent, @Nullable Credits limit) {
    return limit != null && spent.micros() / 4 >= limit.micros() / 5;
  }

  private List<Moved> movements(List<Agent> agents) {
    List<Agent> heard = agents.stream().limit(AGENTS_LISTENED_TO).toList();
    return together.read(heard, this::newest).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing((Moved moved) -> moved.movement().at()).reversed())
        .limit(MOVEMENTS)
        .toList();
  }

  private List<Moved> newest(Agent agent) {
    Map<String, String> filter = Map.of("agent", agent.id(), "limit", Integer.toString(MOVEMENTS));
    Figure<Listed<Movement>> read =
        figures.read("newest " + agent.id(), () -> ledger.transactions(filter));
    Listed<Movement> movements = read.value();
    return movements == null
        ? List.of()
        : movements.items().stream().map(movement -> new Moved(agent, movement)).toList();
  }
}
