package dev.agora.portal.operation;

import dev.agora.portal.api.OperatorsApi;
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

/** Payouts that came back: one operator says what becomes of the dollars, another one approves. */
@Controller
class ReturnController {

  private static final int SHOWN = 50;
  private static final String PAGE = "redirect:/portal/returned";

  private final OperatorsApi operators;
  private final Figures figures;

  ReturnController(OperatorsApi operators, Figures figures) {
    this.operators = operators;
    this.figures = figures;
  }

  @GetMapping("/portal/returned")
  String returned(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute(
        "returned",
        figures.read("returned " + cursor, () -> operators.returnedTransfers(SHOWN, cursor)));
    return "operation/returned";
  }

  @PostMapping("/portal/returned/{id}")
  String ask(
      @PathVariable String id,
      @RequestParam String outcome,
      @RequestParam(defaultValue = "") String agent,
      @RequestParam String reason,
      RedirectAttributes next) {
    String other = agent.isBlank() ? null : agent.strip();
    operators.decideReturned(id, new OperatorsApi.Word(outcome, other, reason.strip()));
    Done.say(next, "Noted. Nothing has moved yet: another operator has to approve it.");
    return PAGE;
  }

  @PostMapping("/portal/returned/{id}/approve")
  String approve(@PathVariable String id, @RequestParam String outcome, RedirectAttributes next) {
    operators.approveReturned(id, new OperatorsApi.SameWord(outcome));
    Done.say(next, "Approved. It is settled in a moment, and its owner reads what became of it.");
    return PAGE;
  }
}
