package dev.agora.portal.session;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.api.ApiProblem;
import dev.agora.portal.api.NewSession;
import dev.agora.portal.api.SecurityApi;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with what one has, and out. */
@Controller
class SignInController {

  private static final String OPTIONS = "secondFactorOptions";
  private static final String INSIDE = "redirect:/portal/overview";

  private final AccountsApi accounts;
  private final SecurityApi security;
  private final CurrentSession session;
  private final JsonMapper json;

  SignInController(
      AccountsApi accounts, SecurityApi security, CurrentSession session, JsonMapper json) {
    this.accounts = accounts;
    this.security = security;
    this.session = session;
    this.json = json;
  }

  @GetMapping("/portal/sign-in")
  String form() {
    return session.signedIn().isPresent() ? INSIDE : "session/sign-in";
  }

  @PostMapping("/portal/sign-in")
  String signIn(
      @RequestParam String email,
      @RequestParam String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      return enter(accounts.signIn(new AccountsApi.Password(email, password)), request, response);
    } catch (ApiProblem refused) {
      if (!refused.is("second_factor_required")) {
        throw refused;
      }
      request.getSession().setAttribute(OPTIONS, refused.body().path("publicKey").toString());
      return "redirect:/portal/sign-in/second-factor";
    }
  }

  @GetMapping("/portal/sign-in/second-factor")
  String secondFactor(
      @SessionAttribute(name = OPTIONS, required = false) @Nullable String options, Model model) {
    if (options == null) {
      return "redirect:/portal/sign-in";
    }
    model.addAttribute("options", options);
    return "session/second-factor";
  }

  @PostMapping("/portal/sign-in/second-factor")
  String addSecondFactor(
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String recoveryCode,
      HttpServletRequest request,
      HttpServletResponse response) {
    Object options = request.getSession().getAttribute(OPTIONS);
    if (options == null) {
      return "redirect:/portal/sign-in";
    }
    String challenge = json.readTree(options.toString()).path("challenge").asString("");
    SecurityApi.Second shown =
        credential.isBlank()
            ? new SecurityApi.Second(null, challenge, recoveryCode)
            : new SecurityApi.Second(json.readTree(credential), null, null);
    NewSession begun = security.addSecondFactor(shown);
    request.getSession().removeAttribute(OPTIONS);
    return enter(begun, request, response);
  }

  @GetMapping("/portal/sign-in/passkey")
  String passkey(Model model) {
    model.addAttribute("options", security.offerSignIn().publicKey().toString());
    return "session/passkey";
  }

  @PostMapping("/portal/sign-in/passkey")
  String signInWithPasskey(
      @RequestParam String credential, HttpServletRequest request, HttpServletResponse response) {
    SecurityApi.Signed signed = new SecurityApi.Signed(json.readTree(credential));
    return enter(security.signIn(signed), request, response);
  }

  @PostMapping("/portal/sign-out")
  String signOut(HttpServletRequest request) {
    try {
      accounts.signOut();
    } catch (ApiProblem unavailable) {
      // Signed out here all the same; the API's session ends by itself.
      HttpSession known = request.getSession(false);
      if (known == null) {
        throw unavailable;
      }
    }
    session.end(request);
    return "redirect:/portal/sign-in";
  }

  private String enter(NewSession begun, HttpServletRequest request, HttpServletResponse response) {
    session.begin(begun, request, response);
    session.note(accounts.me().roles(), request, response);
    return INSIDE;
  }
}
