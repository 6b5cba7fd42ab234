package dev.agora.accounts.human;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.human.ResetPasswordResult.Busy;
import dev.agora.accounts.human.ResetPasswordResult.Reset;
import dev.agora.accounts.human.ResetPasswordResult.TooWeak;
import dev.agora.accounts.human.ResetPasswordResult.WrongCode;
import dev.agora.audit.Source;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is done with codes that are sent by mail. */
@RestController
class MailedCodeController {

  private final RequestMail requestMail;
  private final ConfirmAddress confirmAddress;
  private final ResetPassword resetPassword;

  MailedCodeController(
      RequestMail requestMail, ConfirmAddress confirmAddress, ResetPassword resetPassword) {
    this.requestMail = requestMail;
    this.confirmAddress = confirmAddress;
    this.resetPassword = resetPassword;
  }

  record MailRequest(@NotNull @Size(max = 254) String email) {}

  record ConfirmRequest(@NotNull @Size(max = 200) String code) {

    /** Never the code. */
    @Override
    public String toString() {
      return "confirmation";
    }
  }

  record ResetRequest(
      @NotNull @Size(max = 200) String code,
      @NotNull
          @Size(
              min = PasswordRules.LENGTH_MIN,
              max = PasswordRules.LENGTH_MAX,
              message = PasswordRules.LENGTH)
          String password) {

    /** Never the code nor the password. */
    @Override
    public String toString() {
      return "reset";
    }
  }

  @PostMapping("/api/v1/humans/confirmation")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> confirm(@Valid @RequestBody ConfirmRequest request) {
    return confirmAddress.confirm(request.code().strip())
        ? ResponseEntity.noContent().build()
        : wrongCode();
  }

  @PostMapping("/api/v1/humans/confirmation/mail")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> sendConfirmation(
      @Valid @RequestBody MailRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source) {
    return send(request, source, HumanMails::confirmAddress);
  }

  @PostMapping("/api/v1/humans/password-reset/mail")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> sendReset(
      @Valid @RequestBody MailRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source) {
    return send(request, source, HumanMails::resetPassword);
  }

  @PostMapping("/api/v1/humans/password-reset")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> reset(@Valid @RequestBody ResetRequest request) {
    return switch (resetPassword.reset(request.code().strip(), request.password())) {
      case Reset() -> ResponseEntity.noContent().build();
      case WrongCode() -> wrongCode();
      case TooWeak(PasswordRefusal refusal) ->
          Problems.answer(
              Problem.of(
                      AccountsProblem.PASSWORD_TOO_WEAK,
                      "Take another password; the code is still good.")
                  .at("/password", refusal.clause()));
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }

  private ResponseEntity<?> send(
      MailRequest request, @Nullable String source, BiConsumer<HumanMails, String> mail) {
    return requestMail
        .request(request.email(), Source.of(source), mail)
        .<ResponseEntity<?>>map(RetryLater::in)
        .orElseGet(() -> ResponseEntity.accepted().build());
  }

  private static ResponseEntity<?> wrongCode() {
    return Problems.answer(
        Problem.of(AccountsProblem.WRONG_CODE, "Ask for a new mail.")
            .at("/code", "is wrong, was used, or is over"));
  }
}
