package dev.agora.accounts.session;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.session.JdbcSessions.Idle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends the sessions that nobody uses any more. */
@Service
class EndIdleSessions {

  private static final int BATCH = 100;

  private final JdbcSessions sessions;
  private final RevokeCredential revokeCredential;
  private final SessionProperties properties;
  private final Clock clock;

  EndIdleSessions(
      JdbcSessions sessions,
      RevokeCredential revokeCredential,
      SessionProperties properties,
      Clock clock) {
    this.sessions = sessions;
    this.revokeCredential = revokeCredential;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Looks at some of those that were not used for the longest time; those that ended are among
   * them.
   */
  @Transactional
  int endSome() {
    Instant since = clock.instant().minus(properties.idle());
    List<Idle> idle = sessions.idleSince(since, BATCH);
    for (Idle session : idle) {
      if (sessions.end(session.id(), since)) {
        revokeCredential.revoke(session.id(), CredentialKind.SESSION, session.human());
      }
    }
    return idle.size();
  }
}
