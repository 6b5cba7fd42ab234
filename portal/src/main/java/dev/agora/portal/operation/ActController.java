package dev.agora.portal.operation;

import dev.agora.portal.api.Act;
import dev.agora.portal.api.OperatorsApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import org.jspecify.annotations.Nullable;
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

  private static final int ACTS = 20;

  private final OperatorsApi operators;
  private final Figures figures;

  ActController(OperatorsApi operators, Figures figures) {
    this.operators = operators;
    this.figures = figures;
  }

  @GetMapping("/portal/acts")
  String acts(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute("acts", figures.read("acts " + cursor, () -> operators.acts(ACTS, cursor)));
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
    operators.ask(formKey, path, new OperatorsApi.Sum(plain(amount), reason));
    asked(next);
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
    operators.adjust(formKey, wish);
    asked(next);
    return PAGE;
  }

  @PostMapping("/portal/acts/approve")
  String approve(
      @RequestParam String formKey,
      @RequestParam String kind,
      @RequestParam String act,
      RedirectAttributes next) {
    Act approved = operators.approve(formKey, kind, act, NOTHING);
    Done.say(next, "Approved and posted: " + approved.amount() + " credits.");
    return PAGE;
  }

  private static void asked(RedirectAttributes next) {
    Done.say(next, "Asked for. Nothing has moved yet: another operator has to approve it.");
  }

  private static String plain(String written) {
    return written.strip().replace(",", "");
  }
}
