package dev.agora.accounts.session;

import dev.agora.accounts.AccountsProblem;
import dev.agora.accounts.attempt.RetryLater;
import dev.agora.accounts.attempt.Source;
import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.CurrentCredential;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.human.Human;
import dev.agora.accounts.session.SignInResult.Busy;
import dev.agora.accounts.session.SignInResult.SignedIn;
import dev.agora.accounts.session.SignInResult.TooManyAttempts;
import dev.agora.accounts.session.SignInResult.Unconfirmed;
import dev.agora.accounts.session.SignInResult.WrongCredentials;
import dev.agora.http.caller.AllowedTo;
import dev.agora.http.caller.Caller;
import dev.agora.http.caller.Role;
import dev.agora.http.page.Page;
import dev.agora.http.page.PageRequest;
import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.http.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
class SessionController {

  private static final int CLIENT_LENGTH_MAX = 200;

  private final SignIn signIn;
  private final RevokeCredential revokeCredential;
  private final JdbcSessions sessions;
  private final Clock clock;

  SessionController(
      SignIn signIn, RevokeCredential revokeCredential, JdbcSessions sessions, Clock clock) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.clock = clock;
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

  record ListedSession(
      String id,
      boolean current,
      String source,
      String client,
      Instant createdAt,
      Instant usedAt,
      Instant expiresAt) {

    static ListedSession of(Session session, String current) {
      return new ListedSession(
          session.id(),
          session.id().equals(current),
          session.source(),
          session.client(),
          session.createdAt(),
          session.usedAt(),
          session.expiresAt());
    }
  }

  record EndedResponse(int ended) {}

  record SignedInHuman(String id, String email, String name, Instant createdAt) {}

  @PostMapping("/api/v1/sessions")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> signIn(
      @Valid @RequestBody SignInRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String client) {
    SignIn.Request attempt =
        new SignIn.Request(request.email(), request.password(), Source.of(source), plain(client));
    return switch (signIn.signIn(attempt)) {
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
      case Unconfirmed() ->
          Problems.answer(
              Problem.of(
                      AccountsProblem.EMAIL_UNCONFIRMED,
                      "The password is right. The code is in the mail that you were sent.")
                  .withRemedy(
                      "Send the code to /api/v1/humans/confirmation; ask for a new one at"
                          + " /api/v1/humans/confirmation/mail."));
      case TooManyAttempts(Duration wait) -> RetryLater.in(wait);
      case Busy() -> Problems.answer(Problem.of(AccountsProblem.BUSY, "Try again in a moment."));
    };
  }

  @GetMapping("/api/v1/sessions")
  @AllowedTo(Role.HUMAN)
  Page<ListedSession> list(
      Caller caller,
      PageRequest page,
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    Position after =
        page.after() == null
            ? null
            : Position.parse(page.after()).orElseThrow(PageRequest::invalidCursor);
    String current = CurrentCredential.of(authorization).orElse("");
    Page<Session> found =
        page.pageOf(
            sessions.of(caller.id(), clock.instant(), after, page.fetchLimit()), Position::after);
    return new Page<>(
        found.items().stream().map(session -> ListedSession.of(session, current)).toList(),
        found.nextCursor());
  }

  /** Ends all others: whoever thinks somebody else is signed in wants to be the only one. */
  @DeleteMapping("/api/v1/sessions")
  @AllowedTo(Role.HUMAN)
  EndedResponse endOthers(
      Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    String current = CurrentCredential.of(authorization).orElse("");
    return new EndedResponse(
        revokeCredential.revokeAll(CredentialKind.SESSION, caller.id(), current));
  }

  @DeleteMapping("/api/v1/sessions/{id}")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> end(Caller caller, @PathVariable String id) {
    return answer(revokeCredential.revoke(id, CredentialKind.SESSION, caller.id()));
  }

  @DeleteMapping("/api/v1/sessions/current")
  @AllowedTo(Role.HUMAN)
  ResponseEntity<?> signOut(
      Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
    return answer(
        CurrentCredential.of(authorization)
            .filter(id -> revokeCredential.revoke(id, CredentialKind.SESSION, caller.id()))
            .isPresent());
  }

  /** What a program calls itself, fit to be shown. */
  private static String plain(String client) {
    String shown = client.replaceAll("\\p{Cntrl}", " ").strip();
    return shown.substring(0, Math.min(shown.length(), CLIENT_LENGTH_MAX));
  }

  private static ResponseEntity<?> answer(boolean ended) {
    return ended
        ? ResponseEntity.noContent().build()
        : Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such session."));
  }
}
