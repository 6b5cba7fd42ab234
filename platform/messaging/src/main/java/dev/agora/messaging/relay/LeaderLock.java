package dev.agora.messaging.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leadership among the replicas of a service: an advisory lock that PostgreSQL takes back when its
 * session ends. Used by one thread.
 */
final class LeaderLock {

  private static final Logger LOG = LoggerFactory.getLogger(LeaderLock.class);
  private static final int VALID_WITHIN_SECONDS = 2;

  private final RelayDatabase database;
  private final String name;
  private @Nullable Connection session;
  private boolean held;

  LeaderLock(RelayDatabase database, String service) {
    this.database = database;
    this.name = "relay:" + service;
  }

  /** Whether this process leads now, taking the lead if nobody has it. */
  boolean acquire() {
    if (stillHeld()) {
      return true;
    }
    try {
      held = tryLock(session());
    } catch (SQLException unreachable) {
      LOG.warn("cannot ask for the lead: {}", unreachable.getMessage());
      release();
    }
    return held;
  }

  /** Whether the session that holds the lock is alive. */
  boolean stillHeld() {
    try {
      if (held && session != null && session.isValid(VALID_WITHIN_SECONDS)) {
        return true;
      }
    } catch (SQLException impossible) {
      LOG.debug("a validity check refused its own timeout", impossible);
    }
    if (held) {
      release();
    }
    return false;
  }

  void release() {
    Connection ending = session;
    session = null;
    held = false;
    if (ending != null) {
      try {
        ending.close();
      } catch (SQLException gone) {
        LOG.debug("the session had ended", gone);
      }
    }
  }

  private Connection session() throws SQLException {
    Connection open = session;
    if (open == null || !open.isValid(VALID_WITHIN_SECONDS)) {
      release();
      open = database.connect();
      session = open;
    }
    return open;
  }

  private boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
      ask.setString(1, name);
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
