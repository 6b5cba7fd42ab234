package dev.agora.accounts.human;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.human.SignUpResult.Busy;
import dev.agora.accounts.human.SignUpResult.SignedUp;
import dev.agora.accounts.human.SignUpResult.TooWeak;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Signing up. */
@RestController
class HumanController {

  private final SignUp signUp;

  HumanController(SignUp signUp) {
    this.signUp = signUp;
  }

  record SignUpRequest(
      @NotNull
          @Size(max = 254)
          @Pattern(
              regexp = "\\s*[\\x21-\\x7E&&[^@]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\s*",
              message = "must be an e-mail address")
          String email,
      @NotNull
          @Size(
              min = PasswordRules.LENGTH_MIN,
              max = PasswordRules.LENGTH_MAX,
              message = PasswordRules.LENGTH)
          String password,
      @NotBlank
          @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
          String name) {

    /** Never the password. */
    @Override
    public String toString() {
      return "sign-up";
    }
  }

  record HumanResponse(String id, String email, String name, Instant createdAt) {}

  @PostMapping("/api/v1/humans")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> signUp(@Valid @RequestBody SignUpRequest request) {
    return switch (signUp.signUp(request.email(), request.password(), request.name())) {
      case SignedUp(Human human) ->
          ResponseEntity.created(URI.create("/api/v1/me"))
              .body(
                  new HumanResponse(
                      human.id().value(), human.email(), human.name(), human.createdAt()));
      case TooWeak(PasswordRefusal refusal) ->
          Problems.answer(
              Problem.of(AccountsProblem.PASSWORD_TOO_WEAK, "Take another password.")
                  .at("/password", refusal.clause()));
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }
}
