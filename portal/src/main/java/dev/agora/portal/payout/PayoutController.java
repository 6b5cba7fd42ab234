package dev.agora.portal.payout;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.Agent;
import dev.agora.portal.api.Conversion;
import dev.agora.portal.api.Listed;
import dev.agora.portal.api.PayoutAccount;
import dev.agora.portal.api.PayoutApi;
import dev.agora.portal.api.ReturnedPayout;
import dev.agora.portal.page.AgentChoice;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figure;
import dev.agora.portal.page.Figures;
import dev.agora.portal.page.Following;
import dev.agora.portal.page.Names;
import dev.agora.portal.page.OwnFunds;
import dev.agora.portal.page.Together;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From earned credits to dollars at the bank. */
@Controller
class PayoutController {

  private static final int CONVERSIONS = 20;

  private final AccountsApi accounts;
  private final OwnFunds funds;
  private final PayoutApi payouts;
  private final Figures figures;
  private final Together together;
  private final AgentChoice choice;

  PayoutController(
      AccountsApi accounts,
      OwnFunds funds,
      PayoutApi payouts,
      Figures figures,
      Together together,
      AgentChoice choice) {
    this.together = together;
    this.choice = choice;
    this.accounts = accounts;
    this.funds = funds;
    this.payouts = payouts;
    this.figures = figures;
  }

  @GetMapping("/portal/payouts")
  String payouts(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute("account", figures.read("payout account", payouts::account));
    Listed<Agent> agents = choice.agents().value();
    model.addAttribute("convertible", agents == null ? List.of() : funds.of(agents.items()));
    model.addAttribute("rule", figures.read("approval rule", payouts::approvalRule));
    Figure<Listed<Conversion>> conversions =
        figures.read("conversions " + cursor, () -> payouts.conversions(CONVERSIONS, cursor));
    model.addAttribute("conversions", conversions);
    model.addAttribute("returns", returns(conversions.value()));
    model.addAttribute("names", Names.of(agents));
    return "payout/payouts";
  }

  @PostMapping("/portal/payouts/account")
  String onboard() {
    PayoutAccount account = payouts.onboard();
    return account.onboardingUrl() == null
        ? "redirect:/portal/payouts"
        : "redirect:" + account.onboardingUrl();
  }

  /** Asks for a quote, and is where it is confirmed: a conversion can not be undone. */
  @GetMapping("/portal/payouts/quote")
  String quote(@RequestParam String agent, @RequestParam String credits, Model model) {
    String wanted = credits.strip().replace(",", "");
    model.addAttribute("quote", payouts.quote(new PayoutApi.Wish(agent, wanted)));
    model.addAttribute("agent", accounts.agent(agent));
    return "payout/quote";
  }

  @PostMapping("/portal/payouts/convert")
  String convert(
      @RequestParam String formKey,
      @RequestParam String agent,
      @RequestParam String credits,
      @RequestParam String quote) {
    Conversion conversion =
        payouts.convert(formKey, new PayoutApi.QuotedWish(agent, credits, quote));
    return "redirect:/portal/payouts/" + conversion.id();
  }

  @PostMapping("/portal/payouts/{id}/approve")
  String approve(@PathVariable String id, RedirectAttributes next) {
    payouts.approve(id);
    Done.say(next, "You said yes: the dollars are on their way.");
    return "redirect:/portal/payouts/" + id;
  }

  @PostMapping("/portal/payouts/{id}/deny")
  String deny(@PathVariable String id, RedirectAttributes next) {
    payouts.deny(id);
    Done.say(next, "You said no: the credits go back to the agent.");
    return "redirect:/portal/payouts/" + id;
  }

  /** Above which amount the owner is asked; empty is never. */
  @PostMapping("/portal/payouts/approval-rule")
  String setApprovalRule(@RequestParam(defaultValue = "") String above, RedirectAttributes next) {
    if (above.isBlank()) {
      payouts.removeApprovalRule();
      Done.say(next, "Your agents convert without asking you.");
    } else {
      payouts.setApprovalRule(new PayoutApi.ApprovalRule(above.strip().replace(",", "")));
      Done.say(next, "You will be asked before an agent converts more.");
    }
    return "redirect:/portal/payouts";
  }

  @GetMapping("/portal/payouts/{id}")
  String conversion(@PathVariable String id, Model model) {
    Conversion conversion = follow(id, 0, model);
    model.addAttribute("returns", returns(new Listed<>(List.of(conversion), null)));
    names(model);
    return "payout/conversion";
  }

  /** The part of the page that changes, for a page that asks again. */
  @GetMapping("/portal/payouts/{id}/steps")
  String steps(@PathVariable String id, @RequestParam(defaultValue = "0") int round, Model model) {
    follow(id, round, model);
    return "payout/conversion :: steps";
  }

  private Conversion follow(String id, int round, Model model) {
    Conversion conversion = payouts.conversion(id);
    model.addAttribute("conversion", conversion);
    model.addAttribute("following", Following.of(conversion.isUnderWay(), round));
    return conversion;
  }

  /** What came back, of those conversions of which something did. */
  private List<ReturnedPayout> returns(@Nullable Listed<Conversion> conversions) {
    if (conversions == null) {
      return List.of();
    }
    List<Conversion> reversed =
        conversions.items().stream().filter(one -> one.reversedUsd().isPositive()).toList();
    return together.read(reversed, this::returnsOf).stream().flatMap(List::stream).toList();
  }

  private List<ReturnedPayout> returnsOf(Conversion conversion) {
    Listed<ReturnedPayout> known =
        figures.read("returns " + conversion.id(), () -> payouts.returns(conversion.id())).value();
    return known == null ? List.of() : known.items();
  }

  private void names(Model model) {
    model.addAttribute("names", Names.of(choice.agents().value()));
  }
}
