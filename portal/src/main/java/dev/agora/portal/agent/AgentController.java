package dev.agora.portal.agent;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.Agent;
import dev.agora.portal.api.ApiKey;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import dev.agora.portal.session.CurrentSession;
import dev.agora.portal.session.Seal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The agents of a human, and the kill switch. */
@Controller
class AgentController {

  private static final int PAGE = 20;
  private static final String STATUS = "status";
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

  private static final List<String> SCOPES =
      List.of("credits:read", "credits:spend", "market:sell", "market:buy", "convert");

  private final AccountsApi accounts;
  private final LedgerApi ledger;
  private final Figures figures;
  private final CurrentSession session;
  private final Seal seal;

  AgentController(
      AccountsApi accounts, LedgerApi ledger, Figures figures, CurrentSession session, Seal seal) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.figures = figures;
    this.session = session;
    this.seal = seal;
  }

  @GetMapping("/portal/agents")
  String agents(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute(
        "agents", figures.read("agents " + cursor, () -> accounts.agents(PAGE, cursor)));
    model.addAttribute("invitations", figures.read("invitations", accounts::invitations));
    return "agent/agents";
  }

  @PostMapping("/portal/agents/create")
  String create(
      @RequestParam String name,
      @RequestParam(required = false) @Nullable String description,
      RedirectAttributes next) {
    String said = description == null || description.isBlank() ? null : description.strip();
    AccountsApi.CreatedAgent created =
        accounts.createAgent(new AccountsApi.NewAgent(name.strip(), said));
    next.addFlashAttribute("sealedKey", seal.close(created.key()));
    Done.say(next, created.agent().name() + " is ready.");
    return page(created.agent().id());
  }

  @PostMapping("/portal/agents/claim")
  String claim(@RequestParam String claimCode, RedirectAttributes next) {
    Agent agent = accounts.claim(new AccountsApi.Code(claimCode.strip())).agent();
    Done.say(next, agent.name() + " is yours now.");
    return page(agent.id());
  }

  @PostMapping("/portal/agents/invitations/{id}/accept")
  String accept(@PathVariable String id, RedirectAttributes next) {
    Agent agent = accounts.acceptInvitation(id);
    Done.say(next, "You are linked to " + agent.name() + ".");
    return page(agent.id());
  }

  @GetMapping("/portal/agents/{id}")
  String agent(@PathVariable String id, Model model) {
    Agent agent = accounts.agent(id);
    model.addAttribute("humans", figures.read("humans " + id, () -> accounts.humans(id)));
    if (!agent.isOwnedBy(session.humanId())) {
      // Its money, limits and keys are for its owner only.
      model.addAttribute("agent", agent);
      return "agent/linked";
    }
    // The ledger decides it, and accounts-service hears of it a moment later.
    boolean known = model.getAttribute(STATUS) instanceof String;
    model.addAttribute(
        "agent", known ? agent.withStatus(String.valueOf(model.getAttribute(STATUS))) : agent);
    model.addAttribute("scopes", SCOPES);
    model.addAttribute("balance", figures.read("balance " + id, () -> ledger.balance(id)));
    model.addAttribute("limits", figures.read("limits " + id, () -> ledger.limits(id)));
    model.addAttribute("keys", figures.read("keys " + id, () -> accounts.keys(id)));
    if (model.getAttribute("sealedKey") instanceof String sealed) {
      model.addAttribute("newKey", seal.open(sealed));
    }
    return "agent/agent";
  }

  @PostMapping("/portal/agents/{id}/freeze")
  String freeze(@PathVariable String id, RedirectAttributes next) {
    next.addFlashAttribute(STATUS, ledger.freeze(id).status());
    Done.say(next, "Frozen: it can be paid, but it can not pay.");
    return page(id);
  }

  @PostMapping("/portal/agents/{id}/unfreeze")
  String unfreeze(@PathVariable String id, RedirectAttributes next) {
    next.addFlashAttribute(STATUS, ledger.unfreeze(id).status());
    Done.say(next, "It may pay again.");
    return page(id);
  }

  @PostMapping("/portal/agents/{id}/limits")
  String setLimits(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String perPayment,
      @RequestParam(defaultValue = "") String daily,
      @RequestParam(defaultValue = "") String monthly,
      @RequestParam(defaultValue = "") String allowed,
      @RequestParam(defaultValue = "") String blocked,
      RedirectAttributes next) {
    ledger.setLimits(
        id,
        new LedgerApi.NewLimits(
            amount(perPayment), amount(daily), amount(monthly), ids(allowed), ids(blocked)));
    Done.say(next, "The limits hold from now on.");
    return page(id);
  }

  @PostMapping("/portal/agents/{id}/keys")
  String addKey(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<String> scopes,
      RedirectAttributes next) {
    ApiKey added =
        accounts.addKey(
            id,
            new AccountsApi.NewKey(
                name.isBlank() ? null : name.strip(), scopes == null ? List.of() : scopes, null));
    next.addFlashAttribute("sealedKey", seal.close(String.valueOf(added.key())));
    Done.say(next, "There is a new key.");
    return page(id);
  }

  @PostMapping("/portal/agents/{id}/keys/{key}/revoke")
  String revokeKey(@PathVariable String id, @PathVariable String key, RedirectAttributes next) {
    accounts.revokeKey(id, key);
    Done.say(next, "The key is worth nothing any more.");
    return page(id);
  }

  private static String page(String agent) {
    return "redirect:/portal/agents/" + agent;
  }

  /** Nothing is no limit; commas are how people write thousands. */
  private static @Nullable String amount(String written) {
    return written.isBlank() ? null : written.strip().replace(",", "");
  }

  private static List<String> ids(String written) {
    return SEPARATORS.splitAsStream(written).filter(id -> !id.isEmpty()).toList();
  }
}
