package dev.agora.portal.credit;

import dev.agora.portal.api.BillingApi;
import dev.agora.portal.api.Card;
import dev.agora.portal.api.Purchase;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buying credits; the card itself is entered on Stripe's page only. */
@Controller
class CreditController {

  private static final int PURCHASES = 10;
  private static final int RECEIPTS = 50;

  private final AgentChoice choice;
  private final BillingApi billing;
  private final Figures figures;

  CreditController(AgentChoice choice, BillingApi billing, Figures figures) {
    this.choice = choice;
    this.billing = billing;
    this.figures = figures;
  }

  @GetMapping("/portal/credits")
  String credits(@RequestParam(required = false) @Nullable String agent, Model model) {
    model.addAttribute("agents", choice.agents());
    model.addAttribute("chosen", agent == null ? "" : agent);
    model.addAttribute("offers", figures.read("offers", billing::offers));
    model.addAttribute(
        "purchases", figures.read("purchases", () -> billing.purchases(PURCHASES, null)));
    model.addAttribute("cards", figures.read("cards", billing::cards));
    return "credit/credits";
  }

  @PostMapping("/portal/credits/buy")
  String buy(
      @RequestParam String formKey,
      @RequestParam String agent,
      @RequestParam(required = false) @Nullable String offer,
      @RequestParam(defaultValue = "") String amountUsd) {
    BillingApi.Wish wish =
        offer == null
            ? new BillingApi.Wish(agent, null, amountUsd.strip().replace("$", ""))
            : new BillingApi.Wish(agent, offer, null);
    Purchase purchase = billing.buy(formKey, wish);
    return purchase.checkoutUrl() == null
        ? "redirect:/portal/credits/" + purchase.id()
        : "redirect:" + purchase.checkoutUrl();
  }

  @PostMapping("/portal/credits/cards")
  String saveCard(@RequestParam(defaultValue = "false") boolean consent) {
    Card card = billing.saveCard(new BillingApi.Consent(consent));
    return card.setupUrl() == null ? "redirect:/portal/credits" : "redirect:" + card.setupUrl();
  }

  @PostMapping("/portal/credits/cards/{id}/remove")
  String removeCard(@PathVariable String id, RedirectAttributes next) {
    billing.removeCard(id);
    Done.say(next, "The card is forgotten.");
    return "redirect:/portal/credits";
  }

  @GetMapping("/portal/receipts")
  String receipts(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute(
        "purchases", figures.read("receipts " + cursor, () -> billing.purchases(RECEIPTS, cursor)));
    return "credit/receipts";
  }
}
