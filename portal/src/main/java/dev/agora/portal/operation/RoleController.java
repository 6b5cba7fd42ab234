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

/** Who runs the platform: one operator asks for a change, another one approves it. */
@Controller
class RoleController {

  private static final int CHANGES = 20;
  private static final String PAGE = "redirect:/portal/roles";

  private final OperatorsApi operators;
  private final Figures figures;

  RoleController(OperatorsApi operators, Figures figures) {
    this.operators = operators;
    this.figures = figures;
  }

  @GetMapping("/portal/roles")
  String roles(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute("roles", figures.read("roles", operators::roles));
    model.addAttribute(
        "changes",
        figures.read("role changes " + cursor, () -> operators.roleChanges(CHANGES, cursor)));
    return "operation/roles";
  }

  @PostMapping("/portal/roles/changes")
  String ask(
      @RequestParam String email,
      @RequestParam String role,
      @RequestParam String action,
      @RequestParam String reason,
      RedirectAttributes next) {
    operators.askForRole(new OperatorsApi.RoleWish(email.strip(), role, action, reason));
    Done.say(next, "Asked for. Another operator has to approve it.");
    return PAGE;
  }

  @PostMapping("/portal/roles/changes/{id}/approve")
  String approve(@PathVariable String id, RedirectAttributes next) {
    operators.approveRole(id, new OperatorsApi.Nothing());
    Done.say(next, "Approved. It counts from their next sign-in.");
    return PAGE;
  }
}
