package dev.agora.accounts.session;

import dev.agora.accounts.credential.IssueCredential;
import dev.agora.accounts.credential.IssuedCredential;
import dev.agora.accounts.credential.NewCredential;
import dev.agora.accounts.human.HumanId;
import dev.agora.accounts.human.JdbcHumans;
import dev.agora.accounts.role.JdbcRoles;
import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import dev.agora.audit.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a session for whoever has just shown who they are. */
@Service
class StartSession {

  private final JdbcHumans humans;
  private final JdbcRoles roles;
  private final IssueCredential issueCredential;
  private final JdbcSessions sessions;
  private final SessionProperties properties;
  private final Clock clock;
  private final AuditLog audit;

  StartSession(
      JdbcHumans humans,
      JdbcRoles roles,
      IssueCredential issueCredential,
      JdbcSessions sessions,
      SessionProperties properties,
      Clock clock,
      AuditLog audit) {
    this.audit = audit;
    this.humans = humans;
    this.roles = roles;
    this.issueCredential = issueCredential;
    this.sessions = sessions;
    this.properties = properties;
    this.clock = clock;
  }

  /** A session and when it ends at the latest. */
  record Started(IssuedCredential session, Instant expiresAt) {}

  /**
   * A new session.
   *
   * @param passwordVersion of the password that is, or was, the human's
   * @param shown for the log: what was shown
   * @param client what the program calls itself
   * @return empty if the password was changed since it was looked at
   */
  @Transactional
  Optional<Started> start(
      HumanId human, long passwordVersion, String shown, Source source, String client) {
    if (!humans.lockPassword(human, passwordVersion)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant expiresAt = now.plus(properties.lifetime()).truncatedTo(ChronoUnit.MICROS);
    IssuedCredential issued =
        issueCredential.issue(NewCredential.sessionOf(human.value(), roles.of(human), expiresAt));
    sessions.add(issued.credential().id(), source.address(), client, now);
    audit.record(
        Deed.of(Act.SIGNED_IN, human.value(), issued.credential().id())
            .by(human.value())
            .changing(Map.of(), Map.of("with", shown)));
    return Optional.of(new Started(issued, expiresAt));
  }
}
