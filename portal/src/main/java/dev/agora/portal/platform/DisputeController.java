package dev.agora.portal.platform;

import dev.agora.portal.api.Listed;
import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.api.Order;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What there is to rule: operators see it, arbiters rule it. The API decides who they are. */
@Controller
class DisputeController {

  private static final int SHOWN = 50;
  private static final String PAGE = "redirect:/portal/disputes?order=";
  private static final String DRAFT = "draft";

  private final MarketplaceApi marketplace;
  private final Figures figures;
  private final Clock clock;

  DisputeController(MarketplaceApi marketplace, Figures figures, Clock clock) {
    this.marketplace = marketplace;
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping(value = "/portal/disputes", params = "!order")
  String disputes(@RequestParam(required = false) @Nullable String cursor, Model model) {
    Figure<Listed<Order>> open =
        figures.read("disputes " + cursor, () -> marketplace.disputes(SHOWN, cursor));
    Listed<Order> page = open.value();
    model.addAttribute("open", open);
    model.addAttribute(
        "disputes", page == null ? List.of() : OpenDispute.all(page, clock.instant()));
    return "platform/disputes";
  }

  @GetMapping(value = "/portal/disputes", params = "order")
  String dispute(@RequestParam String order, Model model) {
    if (order.isBlank()) {
      return "redirect:/portal/disputes";
    }
    Order found = marketplace.order(order.strip());
    model.addAttribute("order", found);
    model.addAttribute("dispute", OpenDispute.of(found, clock.instant()));
    if (model.getAttribute(DRAFT) instanceof DraftRuling draft && found.may("ruling")) {
      model.addAttribute("divided", DividedPrice.of(found, draft.sellerBps()));
    }
    return "platform/dispute";
  }

  /** Shows what it would bring whom; nothing is decided yet. */
  @PostMapping("/portal/disputes/{order}/draft")
  String draft(
      @PathVariable String order,
      @RequestParam int sellerPercent,
      @RequestParam String reason,
      RedirectAttributes next) {
    next.addFlashAttribute(DRAFT, new DraftRuling(sellerPercent, reason));
    return PAGE + order;
  }

  @PostMapping("/portal/disputes/{order}")
  String rule(
      @PathVariable String order,
      @RequestParam int sellerPercent,
      @RequestParam String reason,
      RedirectAttributes next) {
    DraftRuling ruling = new DraftRuling(sellerPercent, reason);
    marketplace.rule(order, new MarketplaceApi.Ruling(ruling.sellerBps(), ruling.reason()));
    Done.say(next, "The ruling stands, and the credits are on their way.");
    return PAGE + order;
  }
}
