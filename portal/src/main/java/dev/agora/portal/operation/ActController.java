package dev.agora.portal.operation;

import dev.agora.portal.api.Act;
import dev.agora.portal.api.OperatorsApi;
import dev.agora.portal.page.Done;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money changed by hand: one operator asks, another one approves. */
@Controller
class ActController {

  private static final String PAGE = "redirect:/portal/acts";
  private static final OperatorsApi.Nothing NOTHING = new OperatorsApi.Nothing();

  private final OperatorsApi operators;

  ActController(OperatorsApi operators) {
    this.operators = operators;
  }

  /** A link to it names the act, so that a second operator only has to look and press. */
  @GetMapping("/portal/acts")
  String acts(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String act,
      Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("act", act);
    return "operation/acts";
  }

  @PostMapping("/portal/acts/sums")
  String ask(
      @RequestParam String formKey,
      @RequestParam String kind,
      @RequestParam String amount,
      @RequestParam String reason,
      RedirectAttributes next) {
    String path = kind.equals("fee-closing") ? kind : "rewards-funding";
    asked(path, operators.ask(formKey, path, new OperatorsApi.Sum(plain(amount), reason)), next);
    return PAGE;
  }

  @PostMapping("/portal/acts/adjustments")
  String adjust(
      @RequestParam String formKey,
      @RequestParam(defaultValue = "") String agent,
      @RequestParam(defaultValue = "") String direction,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String reverses,
      @RequestParam String reason,
      RedirectAttributes next) {
    OperatorsApi.Adjustment wish =
        reverses.isBlank()
            ? new OperatorsApi.Adjustment(agent.strip(), direction, plain(amount), null, reason)
            : new OperatorsApi.Adjustment(null, null, null, reverses.strip(), reason);
    asked("adjustments", operators.adjust(formKey, wish), next);
    return PAGE;
  }

  @PostMapping("/portal/acts/approve")
  String approve(
      @RequestParam String formKey,
      @RequestParam String kind,
      @RequestParam String act,
      RedirectAttributes next) {
    Act approved = operators.approve(formKey, kind, act.strip(), NOTHING);
    Done.say(next, "Approved and posted: " + approved.amount() + " credits.");
    return PAGE;
  }

  private static void asked(String kind, Act act, RedirectAttributes next) {
    next.addFlashAttribute("asked", act);
    next.addFlashAttribute("askedKind", kind);
    Done.say(next, "Asked for. Nothing has moved yet: another operator has to approve it.");
  }

  private static String plain(String written) {
    return written.strip().replace(",", "");
  }
}
