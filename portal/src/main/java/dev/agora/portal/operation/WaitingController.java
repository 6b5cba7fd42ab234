package dev.agora.portal.operation;

import dev.agora.portal.api.DeadLetter;
import dev.agora.portal.api.Listed;
import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.api.OperatorsApi;
import dev.agora.portal.api.Order;
import dev.agora.portal.api.PlatformApi;
import dev.agora.portal.api.Saga;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Together;
import dev.agora.portal.platform.OpenDispute;
import dev.agora.portal.session.CurrentSession;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What waits for somebody: stopped sagas, dead letters, disputes, reported reviews, differences.
 */
@Controller
class WaitingController {

  private static final int SHOWN = 50;
  private static final Set<String> ACTIONS = Set.of("resume", "skip", "force-compensate");
  private static final String PAGE = "redirect:/portal/waiting";
  private static final List<String> WITH_SAGAS = List.of("billing", "payout", "marketplace");
  private static final List<String> SERVICES =
      List.of("accounts", "ledger", "billing", "payout", "marketplace");

  /** What waits in one service. */
  public record Queue<T>(String service, Figure<Listed<T>> waiting) {

    public boolean isEmpty() {
      Listed<T> list = waiting.value();
      return list == null || list.items().isEmpty();
    }
  }

  private final PlatformApi platform;
  private final MarketplaceApi market;
  private final OperatorsApi operators;
  private final CurrentSession session;
  private final Figures figures;
  private final Together together;
  private final Clock clock;

  WaitingController(
      PlatformApi platform,
      MarketplaceApi market,
      OperatorsApi operators,
      CurrentSession session,
      Figures figures,
      Together together,
      Clock clock) {
    this.platform = platform;
    this.market = market;
    this.operators = operators;
    this.clock = clock;
    this.session = session;
    this.figures = figures;
    this.together = together;
  }

  @GetMapping("/portal/waiting")
  String waiting(Model model) {
    model.addAttribute("sagas", together.read(WITH_SAGAS, this::parked));
    model.addAttribute("letters", together.read(SERVICES, this::dead));
    model.addAttribute(
        "differences", figures.read("differences", () -> platform.differences(SHOWN)));
    model.addAttribute(
        "conversions", figures.read("conversion reviews", () -> platform.conversionReviews(SHOWN)));
    model.addAttribute(
        "returned", figures.read("returned null", () -> operators.returnedTransfers(SHOWN, null)));
    if (session.signedIn().filter(human -> human.isOperator()).isPresent()) {
      model.addAttribute(
          "reports", figures.read("review reports", () -> platform.reviewReports(SHOWN)));
      disputes(model);
    }
    return "operation/waiting";
  }

  @GetMapping("/portal/waiting/{service}/{id}")
  String saga(@PathVariable String service, @PathVariable String id, Model model) {
    model.addAttribute("service", service);
    model.addAttribute("detail", platform.saga(service, id));
    return "operation/saga";
  }

  @PostMapping("/portal/waiting/{service}/{id}")
  String move(
      @PathVariable String service,
      @PathVariable String id,
      @RequestParam String action,
      RedirectAttributes next) {
    platform.move(service, id, ACTIONS.contains(action) ? action : "resume");
    Done.say(next, "Done, and written into the audit log.");
    return PAGE + "/" + service + "/" + id;
  }

  @PostMapping("/portal/waiting/letters/{service}/{id}")
  String replay(@PathVariable String service, @PathVariable String id, RedirectAttributes next) {
    platform.replay(service, id);
    Done.say(next, "Sent back to where it came from. If it fails again, it comes back here.");
    return PAGE;
  }

  @PostMapping("/portal/waiting/reports/{id}")
  String decide(@PathVariable String id, @RequestParam String decision, RedirectAttributes next) {
    platform.decide(id, new PlatformApi.Decision(decision));
    Done.say(next, decision.equals("HIDDEN") ? "The text is hidden." : "The review stays.");
    return PAGE;
  }

  @PostMapping("/portal/waiting/conversions/{id}")
  String judge(
      @PathVariable String id,
      @RequestParam String verdict,
      @RequestParam String reason,
      RedirectAttributes next) {
    platform.decide(id, new PlatformApi.Verdict(verdict, reason));
    Done.say(next, "Decided, and written into the audit log.");
    return PAGE;
  }

  private void disputes(Model model) {
    Figure<Listed<Order>> open = figures.read("disputes null", () -> market.disputes(SHOWN, null));
    Listed<Order> page = open.value();
    model.addAttribute("disputes", open);
    model.addAttribute("toRule", page == null ? List.of() : OpenDispute.all(page, clock.instant()));
  }

  private Queue<Saga> parked(String service) {
    return new Queue<>(
        service,
        figures.read("parked " + service, () -> platform.sagas(service, "PARKED", SHOWN, null)));
  }

  private Queue<DeadLetter> dead(String service) {
    return new Queue<>(
        service, figures.read("letters " + service, () -> platform.deadLetters(service, SHOWN)));
  }
}
