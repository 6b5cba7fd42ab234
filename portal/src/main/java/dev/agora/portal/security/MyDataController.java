package dev.agora.portal.security;

import dev.agora.portal.api.SecurityApi;
import dev.agora.portal.page.Done;
import dev.agora.portal.session.CurrentSession;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Taking one's data along, leaving, and showing once more who one is. */
@Controller
class MyDataController {

  private static final String PAGE = "/portal/security";

  private final SecurityApi security;
  private final CurrentSession session;
  private final JsonMapper json;

  MyDataController(SecurityApi security, CurrentSession session, JsonMapper json) {
    this.security = security;
    this.session = session;
    this.json = json;
  }

  @GetMapping("/portal/security/export")
  ResponseEntity<String> export() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agora-my-data.json\"")
        .body(security.export().toPrettyString());
  }

  @PostMapping("/portal/security/delete")
  String delete(@RequestParam String email, HttpServletRequest request, RedirectAttributes next) {
    boolean meant =
        session
            .signedIn()
            .filter(human -> human.email().equalsIgnoreCase(email.strip()))
            .isPresent();
    if (!meant) {
      Done.say(next, "Nothing was deleted: the address is not yours.");
      return "redirect:" + PAGE;
    }
    security.deleteMe();
    session.end(request);
    return "redirect:/portal/sign-in?deleted";
  }

  @GetMapping("/portal/security/step-up")
  String stepUp(@RequestParam(defaultValue = PAGE) String back, Model model) {
    model.addAttribute("back", back);
    model.addAttribute("options", security.offerStepUp().publicKey().toString());
    return "security/step-up";
  }

  @PostMapping("/portal/security/step-up")
  String showAgain(
      @RequestParam String back,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String recoveryCode,
      @RequestParam(defaultValue = "") String credential,
      RedirectAttributes next) {
    security.stepUp(
        new SecurityApi.Again(
            credential.isBlank() ? null : json.readTree(credential),
            password.isEmpty() ? null : password,
            recoveryCode.isBlank() ? null : recoveryCode.strip()));
    Done.say(next, "Thank you. For five minutes this session may do that: press the button again.");
    return "redirect:" + (back.startsWith("/portal/") ? back : PAGE);
  }
}
