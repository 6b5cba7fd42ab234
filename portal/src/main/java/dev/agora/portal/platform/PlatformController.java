package dev.agora.portal.platform;

import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For operators and arbiters; the API decides who they are. */
@Controller
class PlatformController {

  private static final int DAYS_MAX = 366;
  private static final int BASIS_POINTS_IN_PERCENT = 100;

  private final LedgerApi ledger;
  private final MarketplaceApi marketplace;
  private final Figures figures;
  private final Clock clock;

  PlatformController(LedgerApi ledger, MarketplaceApi marketplace, Figures figures, Clock clock) {
    this.ledger = ledger;
    this.marketplace = marketplace;
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping("/portal/platform")
  String platform(@RequestParam(defaultValue = "30") int days, Model model) {
    LocalDate today = LocalDate.now(clock);
    LocalDate from = today.minusDays(Math.clamp(days, 1, DAYS_MAX) - 1L);
    model.addAttribute("days", days);
    model.addAttribute(
        "figures",
        figures.read("platform " + from, () -> ledger.platform(from.toString(), today.toString())));
    model.addAttribute("proof", figures.read("proof", ledger::proof));
    return "platform/platform";
  }

  @GetMapping("/portal/disputes")
  String disputes(@RequestParam(required = false) @Nullable String order, Model model) {
    if (order != null && !order.isBlank()) {
      model.addAttribute("order", marketplace.order(order.strip()));
    }
    return "platform/disputes";
  }

  @PostMapping("/portal/disputes/{order}")
  String rule(
      @PathVariable String order,
      @RequestParam int sellerPercent,
      @RequestParam String reason,
      RedirectAttributes next) {
    marketplace.rule(
        order, new MarketplaceApi.Ruling(sellerPercent * BASIS_POINTS_IN_PERCENT, reason));
    Done.say(next, "The ruling stands, and the credits are on their way.");
    return "redirect:/portal/disputes?order=" + order;
  }
}
