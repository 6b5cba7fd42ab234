package dev.agora.portal.agent;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.api.BillingApi;
import dev.agora.portal.api.TopUp;
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

/** An agent's automatic top-up: off until somebody sets it, never above its ceiling. */
@Controller
class TopUpController {

  private final AccountsApi accounts;
  private final BillingApi billing;
  private final Figures figures;

  TopUpController(AccountsApi accounts, BillingApi billing, Figures figures) {
    this.accounts = accounts;
    this.billing = billing;
    this.figures = figures;
  }

  @GetMapping("/portal/agents/{id}/top-up")
  String topUp(@PathVariable String id, Model model) {
    model.addAttribute("agent", accounts.agent(id));
    model.addAttribute("rule", rule(id));
    model.addAttribute("cards", figures.read("cards", billing::cards));
    return "agent/top-up";
  }

  @PostMapping("/portal/agents/{id}/top-up")
  String set(
      @PathVariable String id,
      @RequestParam String threshold,
      @RequestParam String amountUsd,
      @RequestParam String monthlyCeilingUsd,
      @RequestParam String paymentMethod,
      RedirectAttributes next) {
    billing.setTopUp(
        id,
        new BillingApi.TopUpRule(
            threshold.strip(), amountUsd.strip(), monthlyCeilingUsd.strip(), paymentMethod));
    Done.say(next, "The card is charged by itself from now on, up to the ceiling.");
    return "redirect:/portal/agents/" + id + "/top-up";
  }

  @PostMapping("/portal/agents/{id}/top-up/remove")
  String remove(@PathVariable String id, RedirectAttributes next) {
    billing.removeTopUp(id);
    Done.say(next, "Nothing is charged by itself any more.");
    return "redirect:/portal/agents/" + id + "/top-up";
  }

  private @Nullable TopUp rule(String id) {
    try {
      return billing.topUp(id);
    } catch (ApiProblem none) {
      if (none.is("auto_top_up_unknown") || none.is("not_found")) {
        return null;
      }
      throw none;
    }
  }
}
