package dev.agora.gateway.authentication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All credentials that are in force or were revoked, in memory, so that no request waits for
 * another service. Thread-safe.
 */
final class CredentialTable {

  /** The topic remembers sessions for ever; the table only as long as somebody might try one. */
  private static final Duration FORGET_EXPIRED_AFTER = Duration.ofHours(1);

  private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration staleAfter;
  private volatile Instant caughtUpAt = Instant.MIN;

  CredentialTable(Clock clock, Duration staleAfter) {
    this.clock = clock;
    this.staleAfter = staleAfter;
  }

  Optional<Credential> find(String id) {
    return Optional.ofNullable(credentials.get(id));
  }

  /** Takes in a change, unless it is older than what is known. */
  void apply(Credential changed) {
    Instant now = clock.instant();
    credentials.compute(
        changed.id(),
        (id, known) -> {
          Credential newest =
              known == null || changed.version() > known.version() ? changed : known;
          return newest.hasExpired(now.minus(FORGET_EXPIRED_AFTER)) ? null : newest;
        });
  }

  /**
   * Asks accounts-service the next time: what is known of it is out of date before the topic is.
   */
  void forget(String id) {
    credentials.remove(id);
  }

  /** Drops what expired long ago. */
  void forgetExpired() {
    Instant longAgo = clock.instant().minus(FORGET_EXPIRED_AFTER);
    credentials.values().removeIf(credential -> credential.hasExpired(longAgo));
  }

  /** Notes that everything published so far is in the table. */
  void caughtUp() {
    caughtUpAt = clock.instant();
  }

  /** Whether the table was ever complete. */
  boolean isComplete() {
    return caughtUpAt.isAfter(Instant.MIN);
  }

  /** Whether the table can be trusted about revocations. */
  boolean isCurrent() {
    return isComplete() && clock.instant().isBefore(caughtUpAt.plus(staleAfter));
  }

  int size() {
    return credentials.size();
  }
}
