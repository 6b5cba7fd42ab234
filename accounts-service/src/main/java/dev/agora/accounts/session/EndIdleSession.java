package dev.agora.accounts.session;

import dev.agora.accounts.credential.CredentialKind;
import dev.agora.accounts.credential.RevokeCredential;
import dev.agora.accounts.session.JdbcSessions.Idle;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends one session, in a transaction of its own: several would lock theirs in any order. */
@Service
class EndIdleSession {

  private final JdbcSessions sessions;
  private final RevokeCredential revokeCredential;

  EndIdleSession(JdbcSessions sessions, RevokeCredential revokeCredential) {
    this.sessions = sessions;
    this.revokeCredential = revokeCredential;
  }

  /** Does nothing if it was used after all. */
  @Transactional
  void end(Idle session, Instant since) {
    if (sessions.end(session.id(), since)) {
      revokeCredential.revoke(session.id(), CredentialKind.SESSION, session.human());
    }
  }
}
