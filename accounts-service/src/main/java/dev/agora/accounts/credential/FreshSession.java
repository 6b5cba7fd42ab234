package dev.agora.accounts.credential;

import java.time.Clock;
import org.springframework.stereotype.Service;

/**
 * Tells whether whoever sends a request has shown the password a moment ago: a session that was
 * left open, or stolen, opens less than its human does.
 */
@Service
public class FreshSession {

  private final JdbcCredentials credentials;
  private final CredentialProperties properties;
  private final Clock clock;

  FreshSession(JdbcCredentials credentials, CredentialProperties properties, Clock clock) {
    this.credentials = credentials;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Whether the session began a moment ago.
   *
   * @param authorization the header of the admitted request
   */
  public boolean isShown(String authorization) {
    return CurrentCredential.of(authorization)
        .flatMap(credentials::find)
        .filter(session -> session.kind() == CredentialKind.SESSION)
        .filter(session -> clock.instant().isBefore(session.createdAt().plus(properties.stepUp())))
        .isPresent();
  }
}
