package dev.agora.accounts.session;

import dev.agora.accounts.session.JdbcSessions.Idle;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Ends the sessions that nobody uses any more. */
@Service
class EndIdleSessions {

  private static final int BATCH = 100;

  private final JdbcSessions sessions;
  private final EndIdleSession endIdleSession;
  private final SessionProperties properties;
  private final Clock clock;

  EndIdleSessions(
      JdbcSessions sessions,
      EndIdleSession endIdleSession,
      SessionProperties properties,
      Clock clock) {
    this.sessions = sessions;
    this.endIdleSession = endIdleSession;
    this.properties = properties;
    this.clock = clock;
  }

  /** Takes all that are idle, some at a time; those that ended otherwise are among them. */
  void endAll() {
    Instant since = clock.instant().minus(properties.idle());
    List<Idle> idle;
    do {
      idle = sessions.idleSince(since, BATCH);
      idle.forEach(session -> endIdleSession.end(session, since));
    } while (idle.size() == BATCH);
  }
}
