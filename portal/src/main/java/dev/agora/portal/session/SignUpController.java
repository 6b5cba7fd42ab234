package dev.agora.portal.session;

import dev.agora.portal.api.AccountsApi;
import dev.agora.portal.page.Done;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new account, and the codes that come by mail. */
@Controller
class SignUpController {

  private final AccountsApi accounts;

  SignUpController(AccountsApi accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/portal/sign-up")
  String form() {
    return "session/sign-up";
  }

  @PostMapping("/portal/sign-up")
  String signUp(
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      RedirectAttributes next) {
    accounts.signUp(new AccountsApi.SignUp(email, password, name));
    Done.say(
        next,
        "Almost there: if this address is new here, a mail is on its way to it. Enter its code"
            + " below, then sign in. (A system without a mail server lets you sign in at once.)");
    return "redirect:/portal/code";
  }

  @GetMapping("/portal/code")
  String code() {
    return "session/code";
  }

  @PostMapping("/portal/code/confirm")
  String confirm(@RequestParam String code, RedirectAttributes next) {
    accounts.confirm(new AccountsApi.Code(code.strip()));
    Done.say(next, "Your address is confirmed. Sign in.");
    return "redirect:/portal/sign-in";
  }

  @PostMapping("/portal/code/mail")
  String mail(
      @RequestParam String email,
      @RequestParam(defaultValue = "confirm") String kind,
      RedirectAttributes next) {
    AccountsApi.Address address = new AccountsApi.Address(email);
    if (kind.equals("reset")) {
      accounts.mailPasswordReset(address);
    } else {
      accounts.mailConfirmation(address);
    }
    Done.say(next, "If the address is known here, a mail with a code is on its way.");
    return "redirect:/portal/code";
  }

  @PostMapping("/portal/code/reset")
  String reset(
      @RequestParam String code, @RequestParam String newPassword, RedirectAttributes next) {
    accounts.resetPassword(new AccountsApi.NewPassword(code.strip(), newPassword));
    Done.say(next, "Your new password counts from now on. Sign in with it.");
    return "redirect:/portal/sign-in";
  }
}
