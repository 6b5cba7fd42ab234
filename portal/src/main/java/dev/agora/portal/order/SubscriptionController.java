package dev.agora.portal.order;

import dev.agora.portal.api.MarketplaceApi;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What agents pay for by the month, and how it ends. */
@Controller
class SubscriptionController {

  private static final int SUBSCRIPTIONS = 20;

  private final MarketplaceApi marketplace;
  private final AgentChoice choice;
  private final Figures figures;

  SubscriptionController(MarketplaceApi marketplace, AgentChoice choice, Figures figures) {
    this.marketplace = marketplace;
    this.choice = choice;
    this.figures = figures;
  }

  @GetMapping("/portal/subscriptions")
  String subscriptions(
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(required = false) @Nullable String cursor,
      Model model) {
    String chosen = choice.choose(agent, model);
    if (!chosen.isEmpty()) {
      model.addAttribute(
          "subscriptions",
          figures.read(
              "subscriptions " + chosen + cursor,
              () -> marketplace.subscriptions(chosen, SUBSCRIPTIONS, cursor)));
    }
    return "order/subscriptions";
  }

  @GetMapping("/portal/subscriptions/{id}")
  String subscription(@PathVariable String id, Model model) {
    model.addAttribute("subscription", marketplace.subscription(id));
    model.addAttribute("names", Names.of(choice.agents().value()));
    return "order/subscription";
  }

  @PostMapping("/portal/subscriptions/{id}/cancel")
  String cancel(@PathVariable String id, RedirectAttributes next) {
    marketplace.cancelSubscription(id);
    Done.say(next, "It ends when what is paid is over, and is not renewed.");
    return "redirect:/portal/subscriptions/" + id;
  }
}
