package dev.agora.portal.agent;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.LedgerApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.session.CurrentSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whose an agent is, and how it ends. */
@Controller
class OwnershipController {

  private final AccountsApi accounts;
  private final LedgerApi ledger;
  private final CurrentSession session;

  OwnershipController(AccountsApi accounts, LedgerApi ledger, CurrentSession session) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.session = session;
  }

  @PostMapping("/portal/agents/{id}/humans")
  String invite(
      @PathVariable String id,
      @RequestParam String email,
      @RequestParam(defaultValue = "false") boolean primary,
      RedirectAttributes next) {
    accounts.invite(id, new AccountsApi.Guest(email.strip(), primary));
    Done.say(next, "Invited. They find the invitation on their own Agents page.");
    return "redirect:/portal/agents/" + id;
  }

  @PostMapping("/portal/agents/{id}/humans/{human}/unlink")
  String unlink(@PathVariable String id, @PathVariable String human, RedirectAttributes next) {
    accounts.unlink(id, human);
    Done.say(next, "They have nothing to do with this agent any more.");
    return "redirect:/portal/agents/" + id;
  }

  /** The link of whoever asks; an owner has none to leave. */
  @PostMapping("/portal/agents/{id}/leave")
  String leave(@PathVariable String id, RedirectAttributes next) {
    accounts.unlink(id, session.humanId());
    Done.say(next, "You are not linked to it any more.");
    return "redirect:/portal/agents";
  }

  @PostMapping("/portal/agents/{id}/close")
  String close(@PathVariable String id, RedirectAttributes next) {
    ledger.close(id);
    Done.say(next, "The agent is closed for good.");
    return "redirect:/portal/agents";
  }
}
