package dev.agora.portal.security;

import dev.agora.portal.api.SecurityApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.page.Figures;
import dev.agora.portal.session.Seal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Who can get into the account, and how. */
@Controller
class SecurityController {

  private static final String PAGE = "redirect:/portal/security";
  private static final int ROWS = 50;

  private final SecurityApi security;
  private final Figures figures;
  private final Seal seal;
  private final JsonMapper json;

  SecurityController(SecurityApi security, Figures figures, Seal seal, JsonMapper json) {
    this.security = security;
    this.figures = figures;
    this.seal = seal;
    this.json = json;
  }

  @GetMapping("/portal/security")
  String page(@RequestParam(required = false) @Nullable String cursor, Model model) {
    model.addAttribute("sessions", figures.read("sessions", () -> security.sessions(ROWS)));
    model.addAttribute("passkeys", figures.read("passkeys", security::passkeys));
    model.addAttribute("secondFactor", figures.read("second factor", security::secondFactor));
    model.addAttribute(
        "audit", figures.read("audit " + cursor, () -> security.audit(ROWS, cursor)));
    if (model.getAttribute("sealedCodes") instanceof String sealed) {
      model.addAttribute("codes", seal.open(sealed).lines().toList());
    }
    return "security/security";
  }

  @PostMapping("/portal/security/sessions/{id}/end")
  String endSession(@PathVariable String id, RedirectAttributes next) {
    security.endSession(id);
    Done.say(next, "That session is over.");
    return PAGE;
  }

  @PostMapping("/portal/security/sessions/end-others")
  String endOtherSessions(RedirectAttributes next) {
    security.endOtherSessions();
    Done.say(next, "You are signed in here only.");
    return PAGE;
  }

  @GetMapping("/portal/security/passkeys/new")
  String newPasskey(Model model) {
    model.addAttribute("options", security.offerPasskey().publicKey().toString());
    return "security/passkey";
  }

  @PostMapping("/portal/security/passkeys")
  String addPasskey(
      @RequestParam String name, @RequestParam String credential, RedirectAttributes next) {
    security.addPasskey(new SecurityApi.NewPasskey(name.strip(), json.readTree(credential)));
    Done.say(next, "The passkey signs you in from now on.");
    return PAGE;
  }

  @PostMapping("/portal/security/passkeys/{id}/remove")
  String removePasskey(@PathVariable String id, RedirectAttributes next) {
    security.removePasskey(id);
    Done.say(next, "The passkey is removed here. Remove it on your device too.");
    return PAGE;
  }

  @PostMapping("/portal/security/second-factor")
  String setSecondFactor(@RequestParam boolean required, RedirectAttributes next) {
    security.setSecondFactor(new SecurityApi.Required(required));
    Done.say(
        next,
        required
            ? "Your password alone opens nothing any more."
            : "Your password is enough again.");
    return PAGE;
  }

  @PostMapping("/portal/security/recovery-codes")
  String makeRecoveryCodes(RedirectAttributes next) {
    String codes = String.join("\n", security.makeRecoveryCodes().codes());
    next.addFlashAttribute("sealedCodes", seal.close(codes));
    Done.say(next, "New codes are below. Older ones are worth nothing.");
    return PAGE;
  }

  @PostMapping("/portal/security/password")
  String changePassword(
      @RequestParam String currentPassword,
      @RequestParam String newPassword,
      RedirectAttributes next) {
    security.changePassword(new SecurityApi.PasswordChange(currentPassword, newPassword));
    Done.say(next, "Your password is changed, and you are signed out elsewhere.");
    return PAGE;
  }
}
