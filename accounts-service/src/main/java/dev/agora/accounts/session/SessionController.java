package dev.agora.accounts.session;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.attempt.Source;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionController {

  private final SignIn signIn;
  private final RevokeCredential revokeCredential;

  SessionController(SignIn signIn, RevokeCredential revokeCredential) {
    this.signIn = signIn;
    this.revokeCredential = revokeCredential;
  }

  record SignInRequest(
      @NotNull @Size(max = 254) String email, @NotNull @Size(max = 128) String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return "sign-in";
    }
  }

  record SessionResponse(String token, Instant expiresAt, SignedInHuman human) {

    /** Never the token. */
    @Override
    public String toString() {
      return "session of " + human.id();
    }
  }

  record SignedInHuman(String id, String email, String name, Instant createdAt) {}

  @PostMapping("/api/v1/sessions")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> signIn(
      @Valid @RequestBody SignInRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source) {
    return switch (signIn.signIn(request.email(), request.password(), Source.of(source))) {
      case SignedIn(Human human, IssuedCredential session, Instant expiresAt) ->
          ResponseEntity.created(URI.create("/api/v1/sessions/current"))
              .body(
                  new SessionResponse(
                      session.text(),
                      expiresAt,
                      new SignedInHuman(
                          human.id().value(), human.email(), human.name(), human.createdAt())));
      case WrongCredentials() ->
          Problems.answer(
              Problem.of(
                  AccountsProblem.WRONG_CREDENTIALS, "Check both, or sign up at /api/v1/humans."));
      case TooManyAttempts(Duration wait) -> RetryLater.in(wait);
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }

  @DeleteMapping("/api/v1/sessions/current")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> signOut(
      Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    boolean ended =
        CurrentCredential.of(authorization)
            .filter(id -> revokeCredential.revoke(id, CredentialKind.SESSION, caller.id()))
            .isPresent();
    return ended
        ? ResponseEntity.noContent().build()
        : Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such session."));
  }
}
