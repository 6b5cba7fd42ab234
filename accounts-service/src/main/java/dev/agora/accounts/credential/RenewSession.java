package dev.agora.accounts.credential;

import dev.agora.audit.Act;
import dev.agora.audit.AuditLog;
import dev.agora.audit.Deed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that the human of a session has just shown who they are once more. */
@Service
public class RenewSession {

  private final JdbcCredentials credentials;
  private final CredentialEvents events;
  private final Clock clock;
  private final AuditLog audit;

  RenewSession(JdbcCredentials credentials, CredentialEvents events, Clock clock, AuditLog audit) {
    this.credentials = credentials;
    this.events = events;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Since when the session is fresh; empty if the human has no such session, or it is over.
   *
   * @param with what they have shown
   */
  @Transactional
  public Optional<Instant> renew(String id, String human, String with) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return credentials
        .lock(id, CredentialKind.SESSION, human)
        .filter(session -> !session.isRevoked())
        .map(
            session -> {
              Credential renewed = session.authenticated(now);
              credentials.change(renewed);
              events.changed(renewed);
              audit.record(
                  Deed.of(Act.STEPPED_UP, human, id).changing(Map.of(), Map.of("with", with)));
              return now;
            });
  }
}
