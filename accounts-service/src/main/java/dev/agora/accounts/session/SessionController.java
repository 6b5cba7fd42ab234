package dev.agora.accounts.session;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.CurrentCredential;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.audit.Source;
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
import java.time.Clock;
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

  @PostMapping("/api/v1/sessions")
  @AllowedTo({Role.ANONYMOUS, Role.HUMAN, Role.AGENT})
  ResponseEntity<?> signIn(
      @Valid @RequestBody SignInRequest request,
      @RequestHeader(name = Source.HEADER, required = false) @Nullable String source,
      @RequestHeader(name = HttpHeaders.USER_AGENT, defaultValue = "") String client) {
    SignIn.Request attempt =
        new SignIn.Request(
            request.email(), request.password(), Source.of(source), SignInAnswers.plain(client));
    return SignInAnswers.of(signIn.signIn(attempt));
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

  private static ResponseEntity<?> answer(boolean ended) {
    return ended
        ? ResponseEntity.noContent().build()
        : Problems.answer(Problem.of(CommonProblem.NOT_FOUND, "There is no such session."));
  }
}
