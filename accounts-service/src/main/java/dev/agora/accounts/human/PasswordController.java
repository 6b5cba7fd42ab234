package dev.agora.accounts.human;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.credential.CurrentCredential;
import dev.agora.accounts.human.ChangePasswordResult.Busy;
import dev.agora.accounts.human.ChangePasswordResult.Changed;
import dev.agora.accounts.human.ChangePasswordResult.TooManyAttempts;
import dev.agora.accounts.human.ChangePasswordResult.TooWeak;
import dev.agora.accounts.human.ChangePasswordResult.WrongPassword;
import dev.agora.audit.Source;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
class PasswordController {

  private final JdbcHumans humans;
  private final ChangePassword changePassword;

  PasswordController(JdbcHumans humans, ChangePassword changePassword) {
    this.humans = humans;
    this.changePassword = changePassword;
  }

  record ChangeRequest(
      @NotNull @Size(max = PasswordRules.LENGTH_MAX) String currentPassword,
      @NotNull
          @Size(
              min = PasswordRules.LENGTH_MIN,
              max = PasswordRules.LENGTH_MAX,
              message = PasswordRules.LENGTH)
          String newPassword) {

    /** Never the passwords. */
    @Override
    public String toString() {
      return "new password";
    }
  }

  @PostMapping("/api/v1/me/password")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> change(
      Caller caller,
      @Valid @RequestBody ChangeRequest request,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source) {
    Optional<Human> human = humans.find(new HumanId(caller.id()));
    if (human.isEmpty()) {
      return Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "You are not known here."));
    }
    ChangePassword.Request change =
        new ChangePassword.Request(
            human.get(),
            request.currentPassword(),
            request.newPassword(),
            CurrentCredential.of(authorization).orElse(""),
            Source.of(source));
    return switch (changePassword.change(change)) {
      case Changed() -> ResponseEntity.noContent().build();
      case WrongPassword() ->
          Problems.answer(
              Problem.of(AccountsProblem.WRONG_PASSWORD, "Nothing was changed.")
                  .at("/currentPassword", "is not your password"));
      case TooWeak(PasswordRefusal refusal) ->
          Problems.answer(
              Problem.of(AccountsProblem.PASSWORD_TOO_WEAK, "Take another password.")
                  .at("/newPassword", refusal.clause()));
      case TooManyAttempts(Duration pause) -> RetryLater.in(pause);
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }
}
